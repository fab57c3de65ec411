/** The shop's stockroom, which is kept in a database. Start at {@link Stockroom}. */
@NullMarked
package com.example.shop.stock;

import org.jspecify.annotations.NullMarked;
