/** The JDK's client. Start at {@link dev.whence.http.jdk.TracedHttpClient}. */
@NullMarked
package dev.whence.http.jdk;

import org.jspecify.annotations.NullMarked;
