/**
 * Bodies of requests, copied as the application reads them, whatever it reads them from. Start at
 * {@link dev.whence.body.BodyCopy}.
 */
@NullMarked
package dev.whence.body;

import org.jspecify.annotations.NullMarked;
