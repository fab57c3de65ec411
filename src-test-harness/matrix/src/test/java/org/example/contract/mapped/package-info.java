/**
 * Failures that the application's own mappers turn into answers. Start at
 * {@link org.example.contract.mapped.Mappers}.
 */
@NullMarked
package org.example.contract.mapped;

import org.jspecify.annotations.NullMarked;
