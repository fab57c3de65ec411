/**
 * The examination of a set-up: why events arrive, or why not. Start at
 * {@link dev.whence.doctor.Checkup}.
 */
@NullMarked
package dev.whence.doctor;

import org.jspecify.annotations.NullMarked;
