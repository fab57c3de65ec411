/**
 * Bodies of requests, copied as the application reads them. Start at
 * {@link dev.whence.servlet.body.BodyCapture}.
 */
@NullMarked
package dev.whence.servlet.body;

import org.jspecify.annotations.NullMarked;
