package dev.whence.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.ingest.check.StrictJson;
import java.io.IOException;

/** One item of an envelope. Immutable. */
public final class ReceivedItem {
  private final ObjectNode header;
  private final byte[] payload;

  ReceivedItem(ObjectNode header, byte[] payload) {
    this.header = header;
    this.payload = payload;
  }

  public String type() {
    return header.path("type").asText();
  }

  /** Returns a copy. */
  public JsonNode header() {
    return header.deepCopy();
  }

  /** Returns a copy of the bytes as they were sent. */
  public byte[] payload() {
    return payload.clone();
  }

  /**
   * Returns the payload as a tree of the caller's own, a missing node if it is not a JSON object.
   */
  public JsonNode json() {
    try {
      return StrictJson.object(payload);
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }
}
