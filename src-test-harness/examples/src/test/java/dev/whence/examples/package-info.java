/**
 * The examples run, and the documents show what ran. Start at
 * {@link dev.whence.examples.ExampleTest}.
 */
@NullMarked
package dev.whence.examples;

import org.jspecify.annotations.NullMarked;
