/**
 * What Whence and others cost a whole process: each contender in a JVM of its own, in turns, and
 * whoever they send to in the one that measures.
 */
@NullMarked
package dev.whence.bench.process;

import org.jspecify.annotations.NullMarked;
