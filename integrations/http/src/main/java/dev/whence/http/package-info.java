/** Calls that an application makes by HTTP, whatever the client. Start at the package of yours. */
@NullMarked
package dev.whence.http;

import org.jspecify.annotations.NullMarked;
