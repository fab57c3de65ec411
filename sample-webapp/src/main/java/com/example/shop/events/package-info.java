/**
 * The shop's own events, kept for its page. Start at {@link com.example.shop.events.EventShelf}.
 */
@NullMarked
package com.example.shop.events;

import org.jspecify.annotations.NullMarked;
