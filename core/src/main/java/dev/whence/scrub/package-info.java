/**
 * Masks secrets and personal data before an event leaves the process. Start at
 * {@link dev.whence.scrub.Scrubber}.
 */
@NullMarked
package dev.whence.scrub;

import org.jspecify.annotations.NullMarked;
