/** Runs the benchmarks and writes what they found. Start at {@link Report}. */
@NullMarked
package dev.whence.bench;

import org.jspecify.annotations.NullMarked;
