/** Jersey on the JDK's HTTP server. */
@NullMarked
package com.example.jdk;

import org.jspecify.annotations.NullMarked;
