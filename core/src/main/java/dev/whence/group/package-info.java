/**
 * What makes two failures one: the key of an event's group, and what it is made of. Start at
 * {@link dev.whence.group.Grouping}.
 */
@NullMarked
package dev.whence.group;

import org.jspecify.annotations.NullMarked;
