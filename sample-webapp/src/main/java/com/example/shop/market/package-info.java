/**
 * Who sells in the shop and what, and what was ordered; all in memory, and forgotten when the shop
 * closes. Start at {@link com.example.shop.market.Accounts}.
 */
@NullMarked
package com.example.shop.market;

import org.jspecify.annotations.NullMarked;
