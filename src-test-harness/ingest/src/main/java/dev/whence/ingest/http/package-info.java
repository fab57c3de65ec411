/**
 * Reads and writes HTTP/1.1 byte by byte, as strictly as a test needs it. For the receiver alone.
 * Start at {@link dev.whence.ingest.http.RequestReader}.
 */
@NullMarked
package dev.whence.ingest.http;

import org.jspecify.annotations.NullMarked;
