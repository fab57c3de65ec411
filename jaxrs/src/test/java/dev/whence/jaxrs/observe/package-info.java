/** Tests of what observing needs whatever engine runs the application. */
@NullMarked
package dev.whence.jaxrs.observe;

import org.jspecify.annotations.NullMarked;
