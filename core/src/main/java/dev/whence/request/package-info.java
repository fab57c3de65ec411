/**
 * What Whence asks of a request and of those who know it. Start at
 * {@link dev.whence.request.RequestFacts}.
 */
@NullMarked
package dev.whence.request;

import org.jspecify.annotations.NullMarked;
