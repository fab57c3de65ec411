package dev.whence.ingest.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Holds an event against Sentry's published schema, which is closed: a key it does not know is a
 * complaint.
 *
 * <p>The schema knows one spelling of each field. Two that the receiver also takes, and senders
 * use, are translated first: a plain array of breadcrumbs, and {@code message} for
 * {@code logentry}.
 */
final class SchemaCheck {
  private static final JsonSchema SCHEMA = load("/dev/whence/ingest/sentry-event.schema.json");

  private SchemaCheck() {}

  static void check(ObjectNode event, Complaints complaints) {
    for (ValidationMessage message : SCHEMA.validate(translated(event, complaints))) {
      complaints.unless(isNoise(message), "schema: event" + message.getMessage());
    }
  }

  /** Every optional field may also be null, so every complaint comes again as not being null. */
  private static boolean isNoise(ValidationMessage message) {
    return message.getMessage().endsWith(" found, null expected");
  }

  private static ObjectNode translated(ObjectNode event, Complaints complaints) {
    ObjectNode copy = event.objectNode().setAll(event);
    JsonNode breadcrumbs = event.path("breadcrumbs");
    if (breadcrumbs.isArray()) {
      copy.putObject("breadcrumbs").set("values", breadcrumbs);
    }
    JsonNode message = copy.remove("message");
    if (message != null) {
      complaints.unless(!event.has("logentry"), "message and logentry are the same field");
      copy.set("logentry", message);
    }
    return copy;
  }

  private static JsonSchema load(String resource) {
    SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
        .formatAssertionsEnabled(false)
        .locale(Locale.ENGLISH)
        .build();
    try (InputStream in = SchemaCheck.class.getResourceAsStream(resource)) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in, config);
    } catch (IOException broken) {
      throw new UncheckedIOException(resource, broken);
    }
  }
}
