/**
 * A JAX-RS application that does everything that engines differ in. Start at
 * {@link org.example.contract.ContractApplication}.
 */
@NullMarked
package org.example.contract;

import org.jspecify.annotations.NullMarked;
