/**
 * Delivery in the background: one lane for each reporter, with batches, retry and figures of its
 * own. Start at {@link dev.whence.delivery.Delivery}.
 */
@NullMarked
package dev.whence.delivery;

import org.jspecify.annotations.NullMarked;
