package dev.whence.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.event.Frame;
import dev.whence.event.ThrownException;
import dev.whence.guard.Faults;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainReaderTest {
  private final Faults faults = new Faults(System.getLogger("dev.whence"));

  private List<ThrownException> read(Throwable thrown) {
    InApp inApp = new InApp(List.of("dev.whence.assemble.ChainReaderTest"), null);
    return new ChainReader(new StackReader(inApp), new ThrowableNotes(inApp), faults)
        .read(thrown, "servlet", false);
  }

  @Test
  void causesAndSuppressedOnesFollowWhatCarriesThem() {
    IllegalStateException thrown =
        new IllegalStateException("thrown", new IllegalArgumentException("cause"));
    thrown.addSuppressed(new UnsupportedOperationException("suppressed"));

    List<ThrownException> chain = read(thrown);

    assertThat(chain)
        .extracting(
            ThrownException::type,
            e -> e.mechanism().type(),
            e -> e.mechanism().exceptionId(),
            e -> e.mechanism().parentId())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("IllegalStateException", "servlet", 0, -1),
            org.assertj.core.groups.Tuple.tuple(
                "UnsupportedOperationException", "suppressed", 1, 0),
            org.assertj.core.groups.Tuple.tuple("IllegalArgumentException", "chained", 2, 0));
  }

  @Test
  void aCycleEnds() {
    Exception one = new Exception("one");
    Exception two = new Exception("two", one);
    one.initCause(two);

    assertThat(read(one)).extracting(ThrownException::value).containsExactly("one", "two");
  }

  @Test
  void aChainIsCutAtSixteen() {
    Throwable thrown = new Exception("0");
    for (int i = 1; i < 100; i++) {
      thrown = new Exception(String.valueOf(i), thrown);
    }

    assertThat(read(thrown)).hasSize(16);
  }

  @Test
  void suppressedOnesLeaveRoomForCauses() {
    Exception thrown = new Exception("thrown", new Exception("cause", new Exception("root")));
    for (int i = 0; i < 100; i++) {
      thrown.addSuppressed(new Exception("suppressed", new Exception("its cause")));
    }

    assertThat(read(thrown))
        .hasSize(16)
        .extracting(ThrownException::value)
        .startsWith("thrown", "suppressed", "its cause")
        .endsWith("cause", "root");
  }

  @Test
  void aCauseLeavesOutWhatItSharesWithItsCarrier() {
    Exception thrown = new Exception("thrown", new Exception("cause"));

    List<ThrownException> chain = read(thrown);

    assertThat(chain.get(0).frames().size()).isGreaterThan(10);
    assertThat(chain.get(1).frames()).hasSize(1);
    assertThat(chain.get(1).mechanism().data()).containsKey("frames_in_common");
  }

  @Test
  void aLongStackKeepsItsEndsAndSaysSo() {
    StackOverflowError thrown = overflow();

    ThrownException read = read(thrown).get(0);

    assertThat(read.frames()).hasSize(50);
    assertThat(read.mechanism().data())
        .containsEntry("frames_omitted", 974)
        .containsEntry("cut_by_jvm", true);
  }

  private static StackOverflowError overflow() {
    try {
      throw new AssertionError(depth(0));
    } catch (StackOverflowError e) {
      return e;
    }
  }

  private static int depth(int n) {
    return n < 0 ? 0 : depth(n + 1) + 1;
  }

  @Test
  void ownFramesAreMarked() {
    List<Frame> frames = read(new Exception()).get(0).frames();

    assertThat(frames.get(0).inApp()).isTrue();
    assertThat(frames).filteredOn(Frame::inApp).allMatch(f -> f.module().contains("ChainReader"));
    assertThat(frames).anyMatch(frame -> !frame.inApp());
  }

  @Test
  void classesInDirectoriesAreOwnAndThoseInJarsAreNot() {
    InApp inApp = new InApp(List.of(), getClass().getClassLoader());

    assertThat(inApp.test("org.example.Directory")).isFalse();
    assertThat(inApp.test("org.assertj.core.api.Assertions")).isFalse();
    assertThat(inApp.test("java.lang.String")).isFalse();
    assertThat(inApp.test("testapp.InDirectory")).isTrue();
    assertThat(inApp.test("testapp.InDirectory$$Lambda$7/0x1")).isTrue();
  }

  @Test
  void whateverAThrowablesMethodsDoItIsRead() {
    ThrownException read = read(new ThrowingException()).get(0);

    assertThat(read.type()).isEqualTo("ChainReaderTest$ThrowingException");
    assertThat(read.value()).isEqualTo("[getMessage failed: java.lang.IllegalStateException]");
    assertThat(faults.counts())
        .containsEntry("getMessage", 1L)
        .containsEntry("getCause", 1L)
        .containsEntry("getStackTrace", 1L);
  }

  private static final class ThrowingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException("no cause");
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new IllegalStateException("no stack");
    }
  }

  @Test
  void aLongMessageIsCut() {
    assertThat(read(new Exception("x".repeat(100_000))).get(0).value()).hasSize(8_193);
  }
}
