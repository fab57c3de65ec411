/**
 * What integrations tell of calls that an application makes: to databases, services, caches. Start
 * at {@link dev.whence.call.Call}.
 */
@NullMarked
package dev.whence.call;

import org.jspecify.annotations.NullMarked;
