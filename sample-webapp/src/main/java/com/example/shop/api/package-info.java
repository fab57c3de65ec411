/**
 * What other programs ask of the shop, under {@code /api}: JAX-RS resources, some of them with
 * trouble. Start at {@link com.example.shop.api.ShopApi}.
 */
@NullMarked
package com.example.shop.api;

import org.jspecify.annotations.NullMarked;
