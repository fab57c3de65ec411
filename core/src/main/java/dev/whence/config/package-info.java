/**
 * Settings: one table of keys, where their values come from, and what is wrong with them. Start at
 * {@link dev.whence.config.Keys}.
 */
@NullMarked
package dev.whence.config;

import org.jspecify.annotations.NullMarked;
