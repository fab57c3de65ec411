/**
 * Masks one field, remembers what was masked and where. Internal to {@link dev.whence.scrub}. Start
 * at {@link dev.whence.scrub.field.FieldScrubber}.
 */
@NullMarked
package dev.whence.scrub.field;

import org.jspecify.annotations.NullMarked;
