package org.example.contract.provider;

/** A parameter that needs a converter. */
public record Shelf(String name) {}
