package dev.whence.delivery;

import dev.whence.delivery.retry.Pace;

/** What all lanes of one delivery share. */
public record Terms(DeliveryOptions options, Pace pace, Upkeep upkeep) {}
