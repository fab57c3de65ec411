/** What scrubbing costs, beside others on the same texts. Start at {@link ScrubTextBench}. */
@NullMarked
package dev.whence.bench.scrub;

import org.jspecify.annotations.NullMarked;
