/**
 * Filters, interceptors, converters, readers and writers, some of which fail. Start at
 * {@link org.example.contract.provider.FailingEverywhere}.
 */
@NullMarked
package org.example.contract.provider;

import org.jspecify.annotations.NullMarked;
