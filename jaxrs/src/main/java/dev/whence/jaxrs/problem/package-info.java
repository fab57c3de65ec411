/**
 * Problem documents (RFC 9457) in answer to failures that nobody else answers for. Start at
 * {@link dev.whence.jaxrs.problem.FailureAnswers}.
 */
@NullMarked
package dev.whence.jaxrs.problem;

import org.jspecify.annotations.NullMarked;
