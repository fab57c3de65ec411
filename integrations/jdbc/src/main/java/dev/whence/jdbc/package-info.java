/**
 * Tells of what an application asks its databases: spans, breadcrumbs and time, without a value.
 * Start at {@link dev.whence.jdbc.WhenceDataSource}.
 */
@NullMarked
package dev.whence.jdbc;

import org.jspecify.annotations.NullMarked;
