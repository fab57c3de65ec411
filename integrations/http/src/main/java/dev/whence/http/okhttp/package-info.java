/** OkHttp. Start at {@link dev.whence.http.okhttp.TracedOkHttp}. */
@NullMarked
package dev.whence.http.okhttp;

import org.jspecify.annotations.NullMarked;
