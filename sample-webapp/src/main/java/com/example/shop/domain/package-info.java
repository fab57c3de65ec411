/**
 * What the shop sells and how: carts, prices, payment, stock, parcels, each with its bug. Start at
 * {@link com.example.shop.domain.Checkout}.
 */
@NullMarked
package com.example.shop.domain;

import org.jspecify.annotations.NullMarked;
