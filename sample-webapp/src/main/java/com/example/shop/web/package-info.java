/**
 * The shop's filters and servlets, most of them with one kind of trouble each. Start at
 * {@link com.example.shop.web.BoomServlet}.
 */
@NullMarked
package com.example.shop.web;

import org.jspecify.annotations.NullMarked;
