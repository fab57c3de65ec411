/**
 * How many errors may become events: by route, by failure, by minute and by month. Start at
 * {@link dev.whence.limit.Limits}.
 */
@NullMarked
package dev.whence.limit;

import org.jspecify.annotations.NullMarked;
