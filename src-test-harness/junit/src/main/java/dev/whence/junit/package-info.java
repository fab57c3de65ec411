/**
 * What tests of an application need to see its events: a reporter that keeps them, an extension
 * that builds an instance for each test, and assertions. Start at
 * {@link dev.whence.junit.WhenceExtension}.
 */
@NullMarked
package dev.whence.junit;

import org.jspecify.annotations.NullMarked;
