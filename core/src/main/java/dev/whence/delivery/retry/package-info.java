/**
 * When a lane tries again, and with what: waits, circuit, suspects. Each belongs to one lane's
 * thread. Start at {@link dev.whence.delivery.retry.Circuit}.
 */
@NullMarked
package dev.whence.delivery.retry;

import org.jspecify.annotations.NullMarked;
