/**
 * The rules for values that a name in a text announces, in the ways of many formats. Internal to
 * {@link dev.whence.scrub}. Start at {@link dev.whence.scrub.assign.Assignments}.
 */
@NullMarked
package dev.whence.scrub.assign;

import org.jspecify.annotations.NullMarked;
