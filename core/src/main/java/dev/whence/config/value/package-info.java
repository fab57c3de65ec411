/**
 * What settings can be: patterns, rules, sets and choices, and how their text is read. Start at
 * {@link dev.whence.config.value.Values}.
 */
@NullMarked
package dev.whence.config.value;

import org.jspecify.annotations.NullMarked;
