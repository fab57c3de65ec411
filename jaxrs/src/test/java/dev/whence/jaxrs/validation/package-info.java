/** Tests on violations as answers, with a real validator. */
@NullMarked
package dev.whence.jaxrs.validation;

import org.jspecify.annotations.NullMarked;
