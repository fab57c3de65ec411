package com.example.shop.market;

/** Somebody who may sell. The ID says nothing about who that is. */
public record Account(String id, String username, String email) {}
