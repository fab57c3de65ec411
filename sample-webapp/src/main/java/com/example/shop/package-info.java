/** A small shop with bugs, in an embedded Jetty. Start at {@link com.example.shop.Main}. */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
