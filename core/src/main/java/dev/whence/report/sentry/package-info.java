/** Sentry's protocol. Start at {@link dev.whence.report.sentry.SentryReporter}. */
@NullMarked
package dev.whence.report.sentry;

import org.jspecify.annotations.NullMarked;
