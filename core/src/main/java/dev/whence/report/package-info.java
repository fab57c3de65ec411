/**
 * Where events go: the reporter's contract, and the reporters that need no library. Start at
 * {@link dev.whence.report.Reporter}.
 */
@NullMarked
package dev.whence.report;

import org.jspecify.annotations.NullMarked;
