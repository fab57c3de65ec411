/** Apache HttpClient 5. Start at {@link dev.whence.http.apache.TracedHttp5}. */
@NullMarked
package dev.whence.http.apache;

import org.jspecify.annotations.NullMarked;
