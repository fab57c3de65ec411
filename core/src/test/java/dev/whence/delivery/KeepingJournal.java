package dev.whence.delivery;

import dev.whence.journal.Cursor;
import dev.whence.journal.Journal;
import dev.whence.journal.MemoryJournal;
import java.util.OptionalLong;

/** A journal that claims to keep what waits when it is closed. */
final class KeepingJournal implements Journal {
  private final MemoryJournal frames = new MemoryJournal(1 << 20);

  @Override
  public OptionalLong append(byte[] frame) {
    return frames.append(frame);
  }

  @Override
  public Cursor cursor(String name) {
    return frames.cursor(name);
  }

  @Override
  public long bytes() {
    return frames.bytes();
  }

  @Override
  public boolean isPersistent() {
    return true;
  }

  @Override
  public void close() {
    frames.close();
  }
}
