package dev.whence.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * How a frame lies in a segment, all numbers big-endian: a mark (4 bytes), the record's number (8),
 * the frame's length (4), a checksum (4), the frame.
 *
 * <p>The checksum is CRC-32C (RFC 3720, appendix B.4) over the segment's salt, number, length and
 * frame. The mark's bytes FF and FE are in no UTF-8 text (RFC 3629), so that a reader finds the
 * next record behind a damaged one.
 */
final class RecordFormat {
  static final int HEADER = 4 + 8 + 4 + 4;
  static final int MARK = 0xFF_57_48_FE;

  private static final int MARK_LENGTH = 4;

  private RecordFormat() {}

  /** Writes {@code frame} as the record {@code number} into {@code out}. */
  static void write(int salt, long number, byte[] frame, ByteBuffer out) {
    out.putInt(MARK)
        .putLong(number)
        .putInt(frame.length)
        .putInt(checksum(salt, number, ByteBuffer.wrap(frame)))
        .put(frame);
  }

  static int checksum(int salt, long number, ByteBuffer frame) {
    ByteBuffer head = ByteBuffer.allocate(HEADER);
    head.putInt(salt).putLong(number).putInt(frame.remaining()).flip();
    CRC32C sum = new CRC32C();
    sum.update(head);
    sum.update(frame.duplicate());
    return (int) sum.getValue();
  }

  /** Returns where a mark begins in {@code bytes} from {@code from} on, -1 if none does. */
  static int nextMark(ByteBuffer bytes, int from) {
    for (int at = from; at + MARK_LENGTH <= bytes.limit(); at++) {
      if (bytes.getInt(at) == MARK) {
        return at;
      }
    }
    return -1;
  }
}
