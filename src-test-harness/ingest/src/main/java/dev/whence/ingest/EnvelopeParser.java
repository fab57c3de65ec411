package dev.whence.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.ingest.check.StrictJson;
import dev.whence.ingest.http.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes an envelope apart and accounts for every byte of it: a header line, then for each item a
 * header line, as many payload bytes as that says, and a newline, which only the last item may
 * leave out.
 */
final class EnvelopeParser {
  private final byte[] bytes;
  private int position;

  private EnvelopeParser(byte[] bytes) {
    this.bytes = bytes;
  }

  static ReceivedEnvelope parse(byte[] bytes) throws Refusal {
    return new EnvelopeParser(bytes).envelope();
  }

  private ReceivedEnvelope envelope() throws Refusal {
    if (bytes.length == 0) {
      throw new Refusal(400, "envelope is empty");
    }
    ObjectNode header = headerLine("envelope header");
    EnvelopeRules rules = new EnvelopeRules(header);
    List<ReceivedItem> items = new ArrayList<>();
    while (position < bytes.length) {
      items.add(item("item " + (items.size() + 1), rules));
    }
    if (items.isEmpty()) {
      throw new Refusal(400, "envelope has no item");
    }
    return new ReceivedEnvelope(header, items);
  }

  private ReceivedItem item(String name, EnvelopeRules rules) throws Refusal {
    ObjectNode header = headerLine(name + " header");
    byte[] payload = payload(name, header.path("length"));
    rules.check(name, header.path("type"), payload);
    return new ReceivedItem(header, payload);
  }

  private ObjectNode headerLine(String name) throws Refusal {
    byte[] line = line(name);
    if (line.length == 0) {
      throw new Refusal(400, name + " is a blank line");
    }
    if (line[0] != '{' || line[line.length - 1] != '}') {
      throw new Refusal(400, name + " must be a JSON object that fills its line");
    }
    try {
      return StrictJson.object(line);
    } catch (IOException broken) {
      throw new Refusal(400, name + " " + broken.getMessage());
    }
  }

  private byte[] line(String name) throws Refusal {
    int start = position;
    while (position < bytes.length && bytes[position] != '\n') {
      if (bytes[position] == '\r') {
        throw new Refusal(400, name + " has a carriage return");
      }
      position++;
    }
    if (position == bytes.length) {
      throw new Refusal(400, name + " must end with a newline");
    }
    return Arrays.copyOfRange(bytes, start, position++);
  }

  private byte[] payload(String name, JsonNode length) throws Refusal {
    if (!length.isIntegralNumber() || !length.canConvertToInt() || length.intValue() < 0) {
      throw new Refusal(400, name + " header must have its payload's length in bytes: " + length);
    }
    int left = bytes.length - position;
    if (length.intValue() > left) {
      throw new Refusal(
          400, name + " header says length " + length + ", but " + left + " bytes are left");
    }
    int start = position;
    position += length.intValue();
    if (position < bytes.length && bytes[position++] != '\n') {
      throw new Refusal(400, name + " payload must end with a newline after " + length + " bytes");
    }
    return Arrays.copyOfRange(bytes, start, start + length.intValue());
  }
}
