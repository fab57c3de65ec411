package com.example.shop.api;

import jakarta.validation.constraints.NotNull;

/** Who wants to be let in. */
public record Login(@NotNull String username, @NotNull String password) {}
