/**
 * The rules that mask by looks, one class for each kind of thing. Internal to
 * {@link dev.whence.scrub}. Start at {@link dev.whence.scrub.find.Looks}.
 */
@NullMarked
package dev.whence.scrub.find;

import org.jspecify.annotations.NullMarked;
