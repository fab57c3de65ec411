package dev.whence.jaxrs.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.event.EventId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names an occurrence. */
class IncidentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0123456789abcdef0123456789abcdef | r-1 | /a | urn:uuid:01234567-89ab-cdef-0123-456789abcdef",
        "0123456789abcdef0123456789abcdef | 018f3c2e-0000-7000-8000-0000000000ff | /a |"
            + " urn:uuid:01234567-89ab-cdef-0123-456789abcdef",
        "fffffffffffffffff000000000000000 | | | urn:uuid:ffffffff-ffff-ffff-f000-000000000000",
        " | 018f3c2e-0000-7000-8000-0000000000ff | /a |"
            + " urn:uuid:018f3c2e-0000-7000-8000-0000000000ff",
        " | 018F3C2E-0000-7000-8000-0000000000FF | /a |"
            + " urn:uuid:018f3c2e-0000-7000-8000-0000000000ff",
        " | 018f3c2e000070008000000000000000 | /a | /a",
        " | 1-1-1-1-1 | /a | /a",
        " | 018f3c2e-0000-7000-8000-0000000000fg | /a | /a",
        " | 018f3c2e-0000-7000-8000-0000000000ff0 | /a | /a",
        " | r-1 | /a%20b/c | /a%20b/c",
        " | r-1 | //host/a | /.//host/a",
        " | r-1 | / | /",
        " | | /a | /a",
        " | r-1 | '' | ",
        " | r-1 | | ",
        " | | | ",
      })
  void isNamedByTheBestThereIs(
      @Nullable String eventId,
      @Nullable String requestId,
      @Nullable String path,
      @Nullable String instance) {
    EventId event = eventId == null ? null : EventId.parse(eventId);

    assertThat(new Incident(event, requestId, path).instance()).isEqualTo(instance);
  }
}
