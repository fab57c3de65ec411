package dev.whence.ingest.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionCheckTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "{'trace_id':'" + TRACE + "','span_id':'b7ad6b7169203331',"
      + "'parent_span_id':'a7ad6b7169203331','op':'db','status':'ok',"
      + "'start_timestamp':1700000000.5,'timestamp':1700000001}";
  private static final String GOOD = "{'type':'transaction','transaction':'GET /x',"
      + "'transaction_info':{'source':'route'},'start_timestamp':'2026-03-01T12:00:00Z',"
      + "'timestamp':'2026-03-01T12:00:01Z','contexts':{'trace':{'trace_id':'" + TRACE + "',"
      + "'span_id':'a7ad6b7169203331','op':'http.server','status':'not_found'}},"
      + "'measurements':{'items':{'value':3,'unit':'none'}},'spans':[" + SPAN + "]}";

  private static List<String> complaints(String transaction) throws IOException {
    return TransactionCheck.complaints(
        StrictJson.object(transaction.replace('\'', '"').getBytes(UTF_8)));
  }

  @Test
  void acceptsGoodTransaction() throws IOException {
    assertThat(complaints(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      'type':'transaction'       | 'type':'event'            | type must be
      'GET /x'                   | ''                        | transaction must have a name
      'route'                    | 'guess'                   | transaction_info.source must
      'http.server'              | ''                        | contexts.trace must have an op
      not_found                  | missing                   | contexts.trace.status must
      'ok'                       | 'fine'                    | span.status must
      12:00:01Z                  | 11:00:00Z                 | contexts.trace must have times
      1700000001                 | 1700000000                | span must have times
      'span_id':'b7              | 'span_id':'B7             | span.span_id must be
      'span_id':'b7ad6b7169      | 'span_id':'a7ad6b7169     | a span_id must be there once
      'parent_span_id':'a7       | 'parent_span_id':'c7      | a span's parent must be
      'value':3                  | 'value':'3'               | a measurement must have
      ,'unit':'none'             | ``                        | a measurement must have
      'spans':[                  | 'spans':1,'o':[           | spans must be an array
      """)
  void complainsOfBadTransaction(String good, String bad, String complaint) throws IOException {
    assertThat(GOOD).contains(good);
    assertThat(complaints(GOOD.replace(good, bad))).anyMatch(found -> found.startsWith(complaint));
  }

  @Test
  void complainsOfASpanOfAnotherTrace() throws IOException {
    String strange = SPAN.replace(TRACE, "1" + TRACE.substring(1));

    assertThat(complaints(GOOD.replace(SPAN, strange)))
        .singleElement()
        .asString()
        .startsWith("a span must be of its transaction's trace");
  }
}
