/**
 * IP addresses in figures, read without asking anybody. Start at {@link dev.whence.net.IpAddress}.
 */
@NullMarked
package dev.whence.net;

import org.jspecify.annotations.NullMarked;
