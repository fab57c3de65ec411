package dev.whence.delivery;

/** What all lanes of one delivery share. */
record Terms(DeliveryOptions options, Pace pace, Upkeep upkeep) {}
