package com.example.shop.api;

import com.example.shop.domain.Pack;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;

/** A pack as somebody describes it, with nobody counting the pieces. */
public record NewPack(@NotBlank String name, @Positive int cents, int pieces) {
  Pack pack() {
    return new Pack(name, cents, pieces);
  }
}
