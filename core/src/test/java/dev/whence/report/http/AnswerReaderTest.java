package dev.whence.report.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerReaderTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      HTTP/1.1 200 OK~Content-Length: 2~~{}                              | 200 | true
      HTTP/1.1 200~Content-Length: 0~~                                   | 200 | true
      HTTP/1.1 200 ~content-length:2~~{}                                 | 200 | true
      HTTP/1.1 204 No Content~~                                          | 204 | true
      HTTP/1.1 304 Not Modified~Content-Length: 9~~                      | 304 | true
      HTTP/1.1 200 OK~Transfer-Encoding: chunked~~2~{}~0~~               | 200 | true
      HTTP/1.1 200 OK~Transfer-Encoding: chunked~~1;x=y~a~A~0123456789~0~X: y~~ | 200 | true
      HTTP/1.1 200 OK~Transfer-Encoding: chunked~~zz~{}~0~~              | 200 | false
      HTTP/1.1 200 OK~Transfer-Encoding: chunked~~2~{}~~                 | 200 | false
      HTTP/1.1 200 OK~Transfer-Encoding: chunked~~2~{}}~0~~              | 200 | false
      HTTP/1.1 200 OK~Transfer-Encoding: chunked~~fffffff~{}             | 200 | false
      HTTP/1.1 200 OK~Transfer-Encoding: gzip~~{}                        | 200 | false
      HTTP/1.1 200 OK~Transfer-Encoding: chunked~Content-Length: 2~~0~~  | 200 | false
      HTTP/1.1 200 OK~Content-Length: 3~~{}                              | 200 | false
      HTTP/1.1 200 OK~Content-Length: -1~~{}                             | 200 | false
      HTTP/1.1 200 OK~Content-Length: 2~Content-Length: 3~~{}            | 200 | false
      HTTP/1.1 200 OK~Content-Length: 70000~~{}                          | 200 | false
      HTTP/1.1 200 OK~~until the end                                     | 200 | false
      HTTP/1.1 200 OK~Connection: close~Content-Length: 2~~{}            | 200 | false
      HTTP/1.0 200 OK~Content-Length: 2~~{}                              | 200 | false
      HTTP/1.0 200 OK~Connection: Keep-Alive~Content-Length: 2~~{}       | 200 | true
      HTTP/1.1 100 Continue~~HTTP/1.1 202 Accepted~Content-Length: 0~~   | 202 | true
      HTTP/1.1 103 Early Hints~Link: a~~HTTP/1.1 100~~HTTP/1.1 503 x~Content-Length: 0~~ | 503 | true
      """)
  void readsAnAnswerAndKnowsWhetherTheConnectionCanGoOn(String text, int status, boolean goesOn)
      throws IOException {
    HttpAnswer answer = reader(text).read();

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.isReusable()).isEqualTo(goesOn);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ~~                                       | does not begin like one of HTTP/1.1
      SSH-2.0-OpenSSH_9.2~~                    | does not begin like one of HTTP/1.1
      HTTP/2 200 OK~~                          | does not begin like one of HTTP/1.1
      HTTP/1.1 20 OK~~                         | does not begin like one of HTTP/1.1
      HTTP/1.1 2000 OK~~                       | does not begin like one of HTTP/1.1
      HTTP/1.1 700 OK~~                        | does not begin like one of HTTP/1.1
      HTTP/1.1 abc OK~~                        | does not begin like one of HTTP/1.1
      HTTP/1.1 100 Continue~~nonsense~~        | does not begin like one of HTTP/1.1
      HTTP/1.1 101 Switching Protocols~~       | switches to another protocol
      HTTP/1.1 200 OK~no colon here~~          | header line without a name and a colon
      HTTP/1.1 200 OK~: value~~                | header line without a name and a colon
      HTTP/1.1 200 OK~Name : value~~           | header line without a name and a colon
      HTTP/1.1 200 OK~Name: value~ folded: x~~ | header line without a name and a colon
      HTTP/1.1 200 OK~Name: value              | closed in the middle of the answer
      HTTP/1.1 200                             | closed in the middle of the answer
      HTTP/1.1 100 Continue~~                  | closed in the middle of the answer
      """)
  void refusesWhatIsNoAnswer(String text, String message) {
    assertThatThrownBy(() -> reader(text).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesAHeadWithoutBounds() {
    String lines = "X-Padding: 0123456789\r\n".repeat(3000);

    assertThatThrownBy(() -> reader("HTTP/1.1 200 OK\r\n" + lines + "\r\n").read())
        .hasMessage("head of the answer is larger than 65536 bytes");
  }

  @Test
  void countsInterimAnswersTowardsTheHead() {
    String interim = "HTTP/1.1 100 Continue\r\n\r\n".repeat(3000);

    assertThatThrownBy(() -> reader(interim + ScriptedServer.OK).read())
        .hasMessage("head of the answer is larger than 65536 bytes");
  }

  @Test
  void joinsHeadersOfOneNameAndReadsNamesInAnyCase() throws IOException {
    HttpAnswer answer = reader("HTTP/1.1 200 OK~x-sentry-rate-limits: a~X-SENTRY-RATE-LIMITS:b ~~")
        .read();

    assertThat(answer.header("X-Sentry-Rate-Limits")).contains("a, b");
  }

  @Test
  void takesLinesThatEndInALineFeedAlone() throws IOException {
    HttpAnswer answer = reader("HTTP/1.1 200 OK\nContent-Length: 2\n\n{}").read();

    assertThat(answer.isReusable()).isTrue();
  }

  private static AnswerReader reader(String text) {
    byte[] bytes = text.replace("~", "\r\n").getBytes(ISO_8859_1);
    return new AnswerReader(new ByteArrayInputStream(bytes));
  }
}
