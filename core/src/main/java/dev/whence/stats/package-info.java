/**
 * What every request adds to its route: counts, statuses, durations. Start at
 * {@link dev.whence.stats.StatisticsTable}.
 */
@NullMarked
package dev.whence.stats;

import org.jspecify.annotations.NullMarked;
