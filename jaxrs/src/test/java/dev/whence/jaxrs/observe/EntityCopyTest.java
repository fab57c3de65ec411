package dev.whence.jaxrs.observe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.whence.event.Body;
import dev.whence.snapshot.BodySnapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityCopyTest {
  private final Map<String, String> headers = new HashMap<>();
  private final List<Throwable> faults = new ArrayList<>();

  private @Nullable EntityCopy copyOf(String contentType) {
    headers.put("Content-Type", contentType);
    return EntityCopy.of(headers::get, 8, faults::add);
  }

  /** Reads {@code length} bytes of an entity, and tells. */
  private @Nullable BodySnapshot tell(String contentType, byte[] entity, int length)
      throws IOException {
    EntityCopy copy = Objects.requireNonNull(copyOf(contentType));
    try (InputStream stream = copy.around(new ByteArrayInputStream(entity))) {
      stream.readNBytes(length);
    }
    return copy.snapshot();
  }

  private BodySnapshot read(String contentType, byte[] entity, int length) throws IOException {
    return Objects.requireNonNull(tell(contentType, entity, length));
  }

  private BodySnapshot read(String contentType, String entity) throws IOException {
    return read(contentType, entity.getBytes(UTF_8), entity.length() + 1);
  }

  private static void assertTells(String text, Map<String, Object> notes, BodySnapshot told) {
    assertEquals(text, told.text().get());
    assertEquals(notes, told.notes());
  }

  @Test
  void tellsAnEntityThatWasReadToItsEnd() throws IOException {
    BodySnapshot told = read("application/json", "{\"a\":1}");

    assertTells("{\"a\":1}", Map.of(), told);
    assertEquals(Body.Kind.JSON, told.kind());
    assertEquals(7, told.weight());
  }

  @Test
  void tellsAnEntityOfTheLengthThatItsHeaderSaysAsWhole() throws IOException {
    headers.put("Content-Length", " 7 ");

    assertTells("{\"a\":1}", Map.of(), read("application/json", "{\"a\":1}".getBytes(UTF_8), 7));
  }

  @Test
  void tellsHowMuchWasReadWhereTheEndIsMissing() throws IOException {
    headers.put("Content-Length", "7");

    BodySnapshot told = read("application/json", "{\"a\":1}".getBytes(UTF_8), 3);

    assertTells("{\"a", Map.of("bytes_read", 3L, "bytes_kept", 3, "content_length", 7L), told);
  }

  @Test
  void keepsTheBeginningOfALongEntity() throws IOException {
    BodySnapshot told = read("text/plain", "0123456789");

    assertTells("01234567", Map.of("bytes_read", 10L, "bytes_kept", 8), told);
  }

  @Test
  void keepsNothingOfACompressedEntity() throws IOException {
    headers.put("Content-Encoding", "gzip");

    BodySnapshot told = read("application/json", "zipped");

    assertTells("", Map.of("bytes_read", 6L, "bytes_kept", 0, "encoding", "gzip"), told);
  }

  @Test
  void keepsNothingOfAMultipartForm() throws IOException {
    BodySnapshot told = read("multipart/form-data; boundary=x", "--x");

    assertTells("", Map.of("bytes_read", 3L, "bytes_kept", 0), told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain;charset=ISO-8859-1",
        "text/plain ; a=b ; Charset=\"iso-8859-1\"",
        "application/x-www-form-urlencoded; charset=latin1; q=1"
      })
  void readsTheCharsetThatTheHeaderNames(String contentType) throws IOException {
    assertTells("größe", Map.of(), read(contentType, "größe".getBytes(ISO_8859_1), 6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/plain;",
        "text/plain;charset=",
        "text/plain;charset=none-such",
        "application/json;charset=ISO-8859-1"
      })
  void readsAllElseAsUtf8(String contentType) throws IOException {
    assertTells("größe", Map.of(), read(contentType, "größe".getBytes(UTF_8), 9));
  }

  @Test
  void tellsNothingOfAnEntityThatNobodyRead() throws IOException {
    assertNull(tell("application/json", "{}".getBytes(UTF_8), 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/xml", "image/png", "nonsense", ""})
  void leavesOtherTypesAlone(String contentType) {
    assertNull(copyOf(contentType));
  }

  @Test
  void leavesEntitiesWithoutATypeOrALengthAlone() {
    assertNull(EntityCopy.of(headers::get, 8, faults::add));
    headers.put("Content-Length", "0");
    assertNull(copyOf("application/json"));
  }

  @Test
  void takesALengthThatIsNone() throws IOException {
    headers.put("Content-Length", "seven");

    assertTells(
        "{\"",
        Map.of("bytes_read", 2L, "bytes_kept", 2),
        read("text/plain", "{\"a".getBytes(UTF_8), 2));
  }

  @Test
  void aCopyThatFailsDoesNotStopTheReading() throws IOException {
    InputStream wrong = new InputStream() {
      @Override
      public int read() {
        return -1;
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        return offset == 0 ? into.length + 1 : -1;
      }
    };
    EntityCopy copy = Objects.requireNonNull(copyOf("text/plain"));

    int count = copy.around(wrong).read(new byte[2], 0, 2);

    assertEquals(3, count);
    assertThat(faults).hasSize(1);
  }
}
