/**
 * The application that all tests deploy. Start at {@link dev.whence.matrix.ScenarioApplication}.
 */
@NullMarked
package dev.whence.matrix;

import org.jspecify.annotations.NullMarked;
