package dev.whence.body;

import dev.whence.snapshot.BodySnapshot;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The beginning of what the application read of one request's body, as bytes or as characters, and
 * how much it read in all. It is told what was read; it reads nothing by itself.
 *
 * <p>Never throws: what goes wrong here ends the copying, not the reading. Written on the threads
 * that read, read on the one that finishes the request. For any thread.
 */
public final class BodyCopy {
  private static final int SMALLEST = 512;

  private final int room;
  private final Consumer<Throwable> faults;

  // Guarded by this.
  private byte[] bytes = {};
  private final StringBuilder chars = new StringBuilder(0);
  private boolean isOfChars;
  private int kept;
  private long read;
  private int keptAtMark;
  private long readAtMark;
  private boolean isEnded;
  private boolean isBroken;

  /**
   * Makes one that has kept nothing yet.
   *
   * @param room how many bytes or characters are kept; 0 to count only
   * @param faults told of what goes wrong here
   */
  public BodyCopy(int room, Consumer<Throwable> faults) {
    this.room = room;
    this.faults = faults;
  }

  /** How much of a body was read, in {@code bytes} or {@code chars}, and how much of it is kept. */
  public record Extent(String unit, long read, int kept, boolean isEnded) {}

  // What is read.

  /** Takes what {@code InputStream.read()} returned. */
  public void addByte(int octet) {
    add(new byte[] {(byte) octet}, 0, octet < 0 ? -1 : 1);
  }

  /** Takes what {@code Reader.read()} returned. */
  public void addChar(int c) {
    add(c < 0 ? "" : String.valueOf((char) c), 0, c < 0 ? -1 : 1);
  }

  /** Takes {@code count} bytes, or the end if that is negative. */
  public synchronized void add(byte[] from, int offset, int count) {
    try {
      int taken = take(false, count);
      if (taken > 0) {
        grow(kept + taken);
        System.arraycopy(from, offset, bytes, kept, taken);
        kept += taken;
      }
      read += Math.max(0, count);
    } catch (Throwable e) {
      failed(e);
    }
  }

  /** Takes {@code count} characters, or the end if that is negative. */
  public synchronized void add(CharSequence from, int offset, int count) {
    try {
      int taken = take(true, count);
      if (taken > 0) {
        chars.append(from, offset, offset + taken);
        kept += taken;
      }
      read += Math.max(0, count);
    } catch (Throwable e) {
      failed(e);
    }
  }

  /** Takes note of bytes that were skipped: what comes behind them is not kept. */
  public void skippedBytes(long count) {
    skipped(false, count);
  }

  /** Takes note of characters that were skipped: what comes behind them is not kept. */
  public void skippedChars(long count) {
    skipped(true, count);
  }

  private synchronized void skipped(boolean isChars, long count) {
    take(isChars, 0);
    read += Math.max(0, count);
  }

  /** Takes note that nothing is left to read, where that is known without reading on. */
  public synchronized void ended() {
    isEnded = true;
  }

  /** Returns how much to keep of what was read next: nothing behind a gap. */
  private int take(boolean isChars, int count) {
    if (read == 0) {
      isOfChars = isChars;
    }
    isEnded |= count < 0;
    boolean isLost = isBroken || isOfChars != isChars || read > kept;
    return isLost ? 0 : Math.min(count, room - kept);
  }

  private void grow(int size) {
    if (size > bytes.length) {
      int doubled = Math.max(SMALLEST, 2 * bytes.length);
      bytes = Arrays.copyOf(bytes, Math.min(room, Math.max(size, doubled)));
    }
  }

  private void failed(Throwable e) {
    isBroken = true;
    bytes = new byte[0];
    chars.setLength(0);
    kept = 0;
    faults.accept(e);
  }

  /** Counts what went wrong in telling of the copy. */
  public void fault(Throwable e) {
    faults.accept(e);
  }

  /** Takes note of a mark to go back to. */
  public synchronized void mark() {
    keptAtMark = kept;
    readAtMark = read;
  }

  /** Goes back to the mark; what was read since will be read again. */
  public synchronized void reset() {
    kept = Math.min(kept, keptAtMark);
    read = readAtMark;
    chars.setLength(isOfChars ? kept : 0);
    isEnded = false;
  }

  // What has been read.

  /** Returns how many bytes a copy of the copy holds on to. */
  synchronized int weight() {
    return isOfChars ? 2 * kept : kept;
  }

  /** Returns how much was read until this moment. */
  public synchronized Extent extent() {
    return new Extent(isOfChars ? "chars" : "bytes", read, kept, isEnded);
  }

  /**
   * Tells what is there by now, and how much of the body it is, if not all.
   *
   * @param length what {@code Content-Length} says, negative if nothing
   */
  public synchronized BodySnapshot snapshot(BodyType type, Charset charset, long length) {
    boolean isAll = isEnded || (!isOfChars && read == length);
    boolean isWhole = isAll && kept == read;
    Map<String, Object> notes = new LinkedHashMap<>();
    if (!isWhole) {
      notes.put(extent().unit() + "_read", read);
      notes.put(extent().unit() + "_kept", kept);
      if (!isAll && length >= 0) {
        notes.put("content_length", length);
      }
      if (type.encoding() != null) {
        notes.put("encoding", type.encoding());
      }
    }
    return new BodySnapshot(type.kind(), text(charset, isWhole), weight(), notes);
  }

  /**
   * Copies what is there by now and returns what will make a text of it. Malformed bytes become
   * U+FFFD; a character that was cut through is left out.
   *
   * @param isWhole false if the end is missing
   */
  synchronized Supplier<String> text(Charset charset, boolean isWhole) {
    if (isOfChars) {
      String text = chars.toString();
      return () -> isWhole ? text : withoutHalf(text);
    }
    byte[] copy = Arrays.copyOf(bytes, kept);
    return () -> withoutMark(decode(copy, charset, isWhole));
  }

  private static String withoutHalf(String text) {
    int last = text.length() - 1;
    boolean isHalf = last >= 0 && Character.isHighSurrogate(text.charAt(last));
    return isHalf ? text.substring(0, last) : text;
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String decode(byte[] bytes, Charset charset, boolean isWhole) {
    CharsetDecoder decoder = charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE);
    CharBuffer text =
        CharBuffer.allocate((int) Math.ceil(bytes.length * decoder.maxCharsPerByte()) + 1);
    decoder.decode(ByteBuffer.wrap(bytes), text, isWhole);
    if (isWhole) {
      decoder.flush(text);
    }
    return text.flip().toString();
  }
}
