/**
 * What knows Bean Validation: its violations as answers. Start at
 * {@link dev.whence.jaxrs.validation.ValidationAnswers}; nothing else here is touched where Bean
 * Validation is missing.
 */
@NullMarked
package dev.whence.jaxrs.validation;

import org.jspecify.annotations.NullMarked;
