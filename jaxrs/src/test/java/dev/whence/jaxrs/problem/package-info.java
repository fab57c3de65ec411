/** Tests on problem documents: their members, their formats, what they keep to themselves. */
@NullMarked
package dev.whence.jaxrs.problem;

import org.jspecify.annotations.NullMarked;
