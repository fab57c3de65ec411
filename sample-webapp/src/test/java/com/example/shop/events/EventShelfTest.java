package com.example.shop.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.event.Category;
import dev.whence.event.EventId;
import dev.whence.event.EventRecord;
import dev.whence.report.Batch;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventShelfTest {
  private final EventShelf shelf = new EventShelf();

  private static EventRecord record(long number) {
    return new EventRecord(
        EventId.of(number, number), Category.ERROR, Instant.EPOCH, new byte[] {'{', '}'});
  }

  @Test
  void keepsTheLastHundredTheLatestFirst() {
    List<EventRecord> records =
        LongStream.range(0, 130).mapToObj(EventShelfTest::record).toList();

    assertThat(shelf.report(new Batch(records)).accepted()).isEqualTo(130);
    assertThat(shelf.latest(1_000)).hasSize(100).startsWith(records.get(129));
    assertThat(shelf.latest(20)).hasSize(20);
    assertThat(shelf.find(records.get(29).id().toString())).isEmpty();
    assertThat(shelf.find(records.get(30).id().toString())).contains(records.get(30));
  }

  @Test
  void isEmptyWhenClosed() {
    shelf.report(new Batch(List.of(record(1))));

    shelf.close();

    assertThat(shelf.latest(1)).isEmpty();
  }
}
