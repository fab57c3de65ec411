/**
 * The rows of a driver without reflection, since they are read very often. Start at
 * {@link dev.whence.jdbc.rows.Rows}.
 */
@NullMarked
package dev.whence.jdbc.rows;

import org.jspecify.annotations.NullMarked;
