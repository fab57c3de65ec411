/**
 * The way to a receiver: a small HTTP client whose calls end in time, and at once when it is
 * closed. Start at {@link dev.whence.report.http.HttpPoster}.
 */
@NullMarked
package dev.whence.report.http;

import org.jspecify.annotations.NullMarked;
