package com.example.shop.api;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Who wants to sell. */
public record Registration(
    @NotNull
    @Pattern(regexp = "[a-z][a-z0-9-]{2,29}", message = "must be 3 to 30 of a-z, 0-9 and -")
    String username,

    @NotNull @Email(message = "must be an e-mail address") String email,

    @NotNull @Size(min = 12, max = 200, message = "must have 12 to 200 characters")
    String password) {}
