package dev.whence.config.value;

/** How well what was captured is kept until it is delivered. */
public enum JournalMode {
  /** On the heap: gone with the process. */
  MEMORY,
  /** In files: what was recorded outlives the process. */
  DISK,
  /** In files, and a capture waits until its event is with the operating system. */
  DURABLE,
  /** In files, and a capture waits until its event is on the device. */
  SYNCED;

  /** Says whether captures wait. */
  public boolean isDurable() {
    return this == DURABLE || this == SYNCED;
  }
}
