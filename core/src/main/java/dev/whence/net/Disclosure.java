package dev.whence.net;

/** How much of a client's address is told. */
public enum Disclosure {
  /** The network alone: the first 24 bits of an IPv4 address, the first 48 of an IPv6 address. */
  NETWORK,
  /** All of it. */
  WHOLE,
  /** Nothing. */
  NONE
}
