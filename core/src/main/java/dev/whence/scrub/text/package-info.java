/**
 * Finds what is sensitive in names and in free text, without backtracking and in linear time.
 * Internal to {@link dev.whence.scrub}. Start at {@link dev.whence.scrub.text.TextScanner}.
 */
@NullMarked
package dev.whence.scrub.text;

import org.jspecify.annotations.NullMarked;
