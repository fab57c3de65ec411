package dev.whence.journal;

/**
 * A frame as it was read from a segment. The frame is shared: nobody may write to it.
 *
 * @param number the record's number
 * @param end where the record ends in the segment
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record StoredFrame(long number, byte[] frame, Segment segment, long end) {}
