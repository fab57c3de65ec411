package com.example.shop.stock;

/** A place for articles. */
public record Shelf(int number, String aisle) {}
