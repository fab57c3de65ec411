/**
 * What a request costs with Whence in front of it, and with others: the chain of filters that a
 * container would call, on requests that are made for the purpose.
 */
@NullMarked
package dev.whence.bench.request;

import org.jspecify.annotations.NullMarked;
