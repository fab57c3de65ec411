/**
 * What a JAX-RS application does on each engine, without Whence and with it. Start at
 * {@link dev.whence.matrix.engine.Behaviours}.
 *
 * <p>Engines and containers exclude each other on one class path, so nothing here is compiled
 * against them: each combination is a run of its own, in a JVM that has their classes.
 */
@NullMarked
package dev.whence.matrix.engine;

import org.jspecify.annotations.NullMarked;
