/**
 * Makes events smaller that are too large for a receiver. Start at
 * {@link dev.whence.report.trim.EventTrimmer}.
 */
@NullMarked
package dev.whence.report.trim;

import org.jspecify.annotations.NullMarked;
