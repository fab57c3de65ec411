package com.example.shop.api;

/** What stands for an account in the requests to come, as {@code Authorization: Bearer}. */
public record Token(String token) {}
