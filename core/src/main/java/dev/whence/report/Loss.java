package dev.whence.report;

import dev.whence.event.Category;

/**
 * Events of which the destination will get no record.
 *
 * @param reason why: one of the words under which health counts what was refused or dropped, such
 *     as {@code inbox_full}
 * @param count how many, at least one
 */
public record Loss(String reason, Category category, long count) {}
