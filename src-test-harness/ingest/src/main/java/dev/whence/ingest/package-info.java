/**
 * A Sentry receiver for tests: takes envelopes over real sockets, is strict about every byte of
 * them and can be told to misbehave. Start at {@link dev.whence.ingest.Ingest}.
 */
@NullMarked
package dev.whence.ingest;

import org.jspecify.annotations.NullMarked;
