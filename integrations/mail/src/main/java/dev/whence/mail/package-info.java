/** Listening to Jakarta Mail. Start at {@link dev.whence.mail.TracedTransport}. */
@NullMarked
package dev.whence.mail;

import org.jspecify.annotations.NullMarked;
