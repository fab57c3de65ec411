/** What the examples are about. */
@NullMarked
package com.example.orders;

import org.jspecify.annotations.NullMarked;
