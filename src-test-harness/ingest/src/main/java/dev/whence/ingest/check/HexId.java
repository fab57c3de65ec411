package dev.whence.ingest.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** The identifiers of the protocol: lower-case hexadecimal text of a fixed length. */
public final class HexId {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]+");
  private static final Pattern ZEROS = Pattern.compile("0+");

  private HexId() {}

  public static boolean isEventId(JsonNode node) {
    return isHex(node, 32);
  }

  /** Tells whether this is {@code digits} long and not all zeros. */
  static boolean isTraceOrSpanId(JsonNode node, int digits) {
    return isHex(node, digits) && !ZEROS.matcher(node.textValue()).matches();
  }

  private static boolean isHex(JsonNode node, int digits) {
    return node.isTextual()
        && node.textValue().length() == digits
        && HEX.matcher(node.textValue()).matches();
  }
}
