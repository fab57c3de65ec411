/**
 * Masks bodies and what is written like them: JSON, forms, multipart, queries, cookies. Internal to
 * {@link dev.whence.scrub}. Start at {@link dev.whence.scrub.body.BodyScrubber}.
 */
@NullMarked
package dev.whence.scrub.body;

import org.jspecify.annotations.NullMarked;
