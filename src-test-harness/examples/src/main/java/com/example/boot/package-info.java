/** Spring Boot with the filter as a bean. */
@NullMarked
package com.example.boot;

import org.jspecify.annotations.NullMarked;
