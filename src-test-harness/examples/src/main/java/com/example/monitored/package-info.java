/** An application with {@code @Monitored}. */
@NullMarked
package com.example.monitored;

import org.jspecify.annotations.NullMarked;
