/**
 * How a reporter knows what is wrong with its surroundings. Start at
 * {@link dev.whence.report.check.Check}.
 */
@NullMarked
package dev.whence.report.check;

import org.jspecify.annotations.NullMarked;
