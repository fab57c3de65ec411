/** Jersey in an embedded Jetty. */
@NullMarked
package com.example.jetty;

import org.jspecify.annotations.NullMarked;
