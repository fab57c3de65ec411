package dev.whence.matrix.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The table of bodies, at most {@link #LIMIT} bytes of which are kept. Every secret in it holds one
 * of {@link #PLANTED}.
 */
final class BodyRows {
  static final int LIMIT = 100;
  static final String[] PLANTED = {"planted", "41111111", "4111 1111"};

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String TEXT = "text/plain";
  private static final String MULTIPART = "multipart/form-data; boundary=xx";
  private static final String PARTS = """
      --xx\r
      Content-Disposition: form-data; name="title"\r
      \r
      planted\r
      --xx\r
      Content-Disposition: form-data; name="photo"; filename="planted.png"\r
      Content-Type: image/png\r
      \r
      planted-planted-planted\r
      --xx--\r
      """;
  private static final String SECRET_JSON = "{\"a\": 1, \"password\": \"hunter2-planted\"}";
  private static final String CLEAN_JSON = "{\"a\": 1, \"password\": \"[Filtered]\"}";
  private static final String LINES = "one\r\ntwo\rthree\n\nfour";
  private static final String LONG = "plum and pear ".repeat(20);

  private BodyRows() {}

  static Stream<BodyRow> all() {
    List<BodyRow> rows = new ArrayList<>();
    rows.addAll(types());
    rows.addAll(charsets());
    rows.addAll(limits());
    rows.addAll(streams());
    rows.addAll(readers());
    rows.addAll(forms());
    rows.addAll(async());
    return rows.stream();
  }

  private static List<BodyRow> types() {
    return List.of(
        BodyRow.of("JSON", JSON, Streams::all).body(SECRET_JSON).sends(CLEAN_JSON),
        BodyRow.of("JSON by a suffix", "application/problem+JSON; x=y", Streams::all)
            .body(SECRET_JSON)
            .sends(CLEAN_JSON),
        BodyRow.of("JSON array", JSON, Streams::all)
            .body("[1,\"anna.planted@example.org\",4111111111111111]")
            .sends("[1,\"[EMAIL]\",\"[CARD]\"]"),
        BodyRow.of("JSON with nested secrets", JSON, Streams::all)
            .body("{\"a\":[{\"b\":{\"token\":{\"c\":[\"planted\"]}}}],\"d\":2}")
            .sends("{\"a\":[{\"b\":{\"token\":\"[Filtered]\"}}],\"d\":2}"),
        BodyRow.of("JSON with a mistake", JSON, Streams::all)
            .body("{\"a\":1,\"b\":[2,oops],\"password\":\"planted\"}")
            .sends("{\"a\":1,\"b\":[2,oops],\"password\":\"[Filtered]\"}"),
        BodyRow.of("no JSON at all", JSON, Streams::all)
            .body("password=planted")
            .sends("password=[Filtered]"),
        BodyRow.of("form", FORM, Streams::all)
            .body("a=1&password=planted&who=anna.planted%40example.org")
            .sends("a=1&password=[Filtered]&who=[EMAIL]"),
        BodyRow.of("text", "text/csv", Streams::all)
            .body("mail,anna.planted@example.org\ntoken: planted")
            .sends("mail,[EMAIL]\ntoken: [Filtered]"),
        BodyRow.of("XML", "text/xml", Streams::all).body("<password>planted</password>"),
        BodyRow.of("XML of an application", "application/soap+xml", Streams::all)
            .body("<password>planted</password>"),
        BodyRow.of("HTML", "text/html; charset=utf-8", Streams::all).body("<p>planted</p>"),
        BodyRow.of("binary", "application/octet-stream", Streams::all).body("planted"),
        BodyRow.of("gzip", JSON + "\nContent-Encoding: gzip", Streams::all)
            .body(gzip(SECRET_JSON))
            .notes("{\"bytes_read\":" + gzip(SECRET_JSON).length
                + ",\"bytes_kept\":0,\"encoding\":\"gzip\"}"),
        BodyRow.of("identity", TEXT + "\nContent-Encoding: identity", Streams::all)
            .body("plum")
            .sends("plum"),
        BodyRow.of("multipart by stream", MULTIPART, Streams::all)
            .body(PARTS)
            .notes("{\"bytes_read\":" + PARTS.length() + ",\"bytes_kept\":0}"),
        BodyRow.of("multipart by parts", MULTIPART, Forms::parts)
            .body(PARTS)
            .sends("title: 7 bytes\nphoto: 23 bytes, image/png"),
        BodyRow.of("multipart by one part", MULTIPART, Forms::part)
            .body(PARTS)
            .sends("title: 7 bytes\nphoto: 23 bytes, image/png"),
        BodyRow.of("multipart by parameters", MULTIPART, Forms::one).body(PARTS));
  }

  private static List<BodyRow> charsets() {
    return List.of(
        BodyRow.of("UTF-8 without a charset", TEXT, Streams::all).body("café €").sends("café €"),
        BodyRow.of("UTF-8 with a mark", "text/plain;charset=utf-8", Streams::all)
            .body("\uFEFFcafé")
            .sends("café"),
        BodyRow.of("ISO-8859-1 by stream", "text/plain;charset=ISO-8859-1", Streams::all)
            .body("café", ISO_8859_1)
            .sends("café"),
        BodyRow.of("ISO-8859-1 by reader", "text/plain;charset=ISO-8859-1", Readers::all)
            .body("café", ISO_8859_1)
            .sends("café"),
        BodyRow.of("UTF-16 by stream", "text/plain;charset=UTF-16", Streams::all)
            .body("café \ud83d\ude00", UTF_16)
            .sends("café \ud83d\ude00"),
        BodyRow.of("UTF-16 by reader", "text/plain;charset=UTF-16BE", Readers::all)
            .body("café \ud83d\ude00", UTF_16BE)
            .sends("café \ud83d\ude00"),
        BodyRow.of("JSON is UTF-8", "application/json;charset=ISO-8859-1", Streams::all)
            .body("{\"a\":\"café\"}")
            .sends("{\"a\":\"café\"}"),
        BodyRow.of("malformed UTF-8", TEXT, Streams::all)
            .body("caf\u00e9 bar", ISO_8859_1)
            .sends("caf\uFFFD bar"),
        BodyRow.of("a charset that nobody knows", "text/plain;charset=none-such", Streams::all)
            .body("café")
            .sends("café"));
  }

  private static List<BodyRow> limits() {
    String euros = "x".repeat(LIMIT - 7) + " plum €";
    return List.of(
        BodyRow.of("empty", TEXT, Streams::all),
        BodyRow.of("empty in chunks", TEXT, Streams::all).inChunks(),
        BodyRow.of("unread", TEXT, request -> "nothing").body("planted"),
        BodyRow.of("exactly at the limit", TEXT, Streams::all)
            .body("plum ".repeat(LIMIT / 5))
            .sends("plum ".repeat(LIMIT / 5)),
        BodyRow.of("one over the limit", TEXT, Streams::all)
            .body("plum ".repeat(LIMIT / 5) + "!")
            .sends("plum ".repeat(LIMIT / 5 - 1) + "plum…")
            .notes("{\"bytes_read\":101,\"bytes_kept\":100}"),
        BodyRow.of("text far over the limit", TEXT, Streams::inPieces)
            .body(LONG)
            .sends(LONG.substring(0, 97) + "…")
            .notes("{\"bytes_read\":280,\"bytes_kept\":100}"),
        BodyRow.of("JSON over the limit, in a secret", JSON, Streams::all)
            .body("{\"a\":\"" + "x".repeat(70) + "\",\"b\":\"anna.planted@example.org\"}")
            .sends("{\"a\":\"" + "x".repeat(70) + "\",\"b\":\"…\"}")
            .notes("{\"bytes_read\":109,\"bytes_kept\":100}"),
        BodyRow.of("form over the limit, in a secret", FORM, Streams::all)
            .body("a=" + "x".repeat(70) + "&b=anna.planted%40example.org")
            .sends("a=" + "x".repeat(70) + "&b=…")
            .notes("{\"bytes_read\":101,\"bytes_kept\":100}"),
        BodyRow.of("text over the limit, in a card's number", TEXT, Readers::all)
            .body("paid with " + "x ".repeat(40) + "4111 1111 1111 1111")
            .sends("paid with " + "x ".repeat(39) + "x…")
            .notes("{\"chars_read\":109,\"chars_kept\":100}"),
        BodyRow.of("a character across the limit", TEXT, Streams::all)
            .body(euros + " ".repeat(5))
            .sends("x".repeat(LIMIT - 7) + " plum…")
            .notes("{\"bytes_read\":107,\"bytes_kept\":100}"),
        BodyRow.of("JSON by reader over the limit", JSON, Readers::all)
            .body("[1," + "[2],".repeat(30) + "3]")
            .sends("[1," + "[2],".repeat(24) + "[\"…\"]]")
            .notes("{\"chars_read\":125,\"chars_kept\":100}"),
        BodyRow.of("half read", TEXT, Streams::half)
            .body("one two three four")
            .sends("one two…")
            .notes("{\"bytes_read\":10,\"bytes_kept\":10,\"content_length\":18}"),
        BodyRow.of("half read in chunks", TEXT, Streams::half)
            .body("one two three four")
            .inChunks()
            .sends("one two…")
            .notes("{\"bytes_read\":10,\"bytes_kept\":10}"),
        BodyRow.of("read as announced, not to the end", TEXT, Streams::asLongAsAnnounced)
            .body("one two three")
            .sends("one two three"));
  }

  private static List<BodyRow> streams() {
    return List.of(
        BodyRow.of("in chunks", JSON, Streams::all).body(SECRET_JSON).inChunks().sends(CLEAN_JSON),
        BodyRow.of("in pieces", TEXT, Streams::inPieces)
            .body("one two three")
            .sends("one two three"),
        BodyRow.of("byte by byte", TEXT, Streams::byteByByte)
            .body("café three")
            .sends("café three"),
        BodyRow.of("line by line of bytes", TEXT, Streams::lineByLine)
            .body(LINES)
            .sends(LINES),
        BodyRow.of("transferred", TEXT, Streams::transferred).body("one two").sends("one two"),
        BodyRow.of("with bytes skipped", TEXT, Streams::behindWhatIsSkipped)
            .body("one two")
            .sends("one two"),
        BodyRow.of("stream with a mark", TEXT, Streams::backAtItsMark)
            .body("one two three")
            .sends("one two three"),
        BodyRow.of("buffered stream with a mark", TEXT, Streams::backInABuffer)
            .body("one two three")
            .sends("one two three"),
        BodyRow.of("stream questioned", TEXT, Streams::questioned)
            .body("one two")
            .sends("one two"),
        BodyRow.of("stream, then reader", TEXT, Streams::thenReader)
            .body("one two")
            .sends("one two"));
  }

  private static List<BodyRow> readers() {
    return List.of(
        BodyRow.of("reader", JSON, Readers::all).body(SECRET_JSON).sends(CLEAN_JSON),
        BodyRow.of("char by char", TEXT, Readers::charByChar).body(LINES).sends(LINES),
        BodyRow.of("chars into a buffer", TEXT, Readers::intoABuffer)
            .body(LINES)
            .sends(LINES),
        BodyRow.of("line by line", TEXT, Readers::lineByLine)
            .body(LINES)
            .sends("one\ntwo\nthree\n\nfour\n"),
        BodyRow.of("stream of lines", TEXT, Readers::lines)
            .body(LINES)
            .sends("one\ntwo\nthree\n\nfour\n"),
        BodyRow.of("one line", TEXT, Readers::firstLine)
            .body("one two\nthree")
            .sends("one two\n…")
            .notes("{\"chars_read\":8,\"chars_kept\":8,\"content_length\":13}"),
        BodyRow.of("reader with a mark", TEXT, Readers::backAtItsMark)
            .body("one two\nthree")
            .sends("one two\nthree"),
        BodyRow.of("with chars skipped", TEXT, Readers::behindWhatIsSkipped)
            .body("one two three")
            .sends("…")
            .notes("{\"chars_read\":13,\"chars_kept\":1}"));
  }

  private static List<BodyRow> forms() {
    String form = "a=2&b=c+d%26&a=caf%C3%A9&password=planted";
    return List.of(
        BodyRow.of("map of parameters", FORM, Forms::map)
            .body("a=2&b=c+d%26&password=planted")
            .sends("a=2&b=c+d%26&password=[Filtered]"),
        BodyRow.of("one parameter", FORM, Forms::one).body("a=2&b=3").sends("a=2&b=3"),
        BodyRow.of("values of a parameter", FORM, Forms::values).body("a=2&a=3").sends("a=2&a=3"),
        BodyRow.of("names of parameters", FORM, Forms::names).body("a=2&b=3").sends("a=2&b=3"),
        BodyRow.of("form in chunks", FORM, Forms::map)
            .body("a=2&b=3")
            .inChunks()
            .sends("a=2&b=3"),
        BodyRow.of("query and form of one name", FORM, Forms::map)
            .at("/work?a=1&c=planted%40example.org&%61=x")
            .body("a=2&b=3")
            .sends("a=2&b=3"),
        BodyRow.of("parameters, then stream", FORM + ";charset=UTF-8", Forms::thenStream)
            .body(form)
            .sends("a=2&a=caf%C3%A9&b=c+d%26&password=[Filtered]"),
        BodyRow.of("stream, then parameters", FORM, Streams::thenParameters)
            .at("/work?a=1")
            .body(form)
            .sends("a=2&b=c+d%26&a=caf%C3%A9&password=[Filtered]"),
        BodyRow.of("parameters over the limit", FORM, Forms::map)
            .body("a=" + "x".repeat(80) + "&b=anna.planted%40example.org&c=3")
            .sends("a=" + "x".repeat(80) + "&b=…")
            .notes("{\"bytes_read\":115,\"bytes_kept\":100}"),
        BodyRow.of("parameters of a request that is no form", JSON, Forms::map)
            .at("/work?a=1")
            .body(SECRET_JSON));
  }

  private static List<BodyRow> async() {
    return List.of(
        BodyRow.of("on a thread, without arguments", JSON, (Work) AsyncReading::onAThread)
            .body(SECRET_JSON)
            .sends(CLEAN_JSON),
        BodyRow.of("by a read listener", JSON, (Work) AsyncReading::byListener)
            .body(SECRET_JSON)
            .sends(CLEAN_JSON),
        BodyRow.of("by a read listener, in chunks", JSON, (Work) AsyncReading::byListener)
            .body(SECRET_JSON)
            .inChunks()
            .sends(CLEAN_JSON),
        BodyRow.of("in a second dispatch", JSON, (Work) AsyncReading::inASecondDispatch)
            .body(SECRET_JSON)
            .sends(CLEAN_JSON),
        BodyRow.of("text in both dispatches", TEXT, (Work) AsyncReading::inBothDispatches)
            .body("one two three four")
            .sends("one two three four"),
        BodyRow.of("in both dispatches", JSON, (Work) AsyncReading::inBothDispatches)
            .body(SECRET_JSON)
            .sends(CLEAN_JSON),
        BodyRow.of("in a second dispatch elsewhere", JSON, (Work)
                AsyncReading::inASecondDispatchOfItsOwn)
            .body(SECRET_JSON)
            .sends(CLEAN_JSON));
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
