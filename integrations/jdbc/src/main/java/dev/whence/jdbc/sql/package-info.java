/**
 * Makes SQL fit to be shown and grouped: no literal is left in it. Start at
 * {@link dev.whence.jdbc.sql.SqlText}.
 */
@NullMarked
package dev.whence.jdbc.sql;

import org.jspecify.annotations.NullMarked;
