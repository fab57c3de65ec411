package dev.whence.report.trim;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An event that has something for each step to take away. */
public final class BigEvent {
  public static final String ID = "0123456789abcdef0123456789abcdef";
  public static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private BigEvent() {}

  /** Returns an event whose texts are {@code length} long where they may be of any length. */
  public static byte[] json(int length) {
    String text = "x".repeat(length);
    return ("{'event_id':'" + ID + "','timestamp':'2026-03-01T12:00:00.5Z','platform':'java',"
            + "'level':'fatal','transaction':'GET /orders/{id}','release':'shop@2.4.1',"
            + "'environment':'production','server_name':'a',"
            + "'sdk':{'name':'whence.java','version':'dev'},"
            + "'contexts':{'cart':{'note':'" + text + "','items':[1,2.50,{'a':null}]},"
            + "'whence':{'request_id':'r-1','duration_ms':12.5,'masked':['a','" + text + "']},"
            + "'trace':{'trace_id':'" + TRACE + "','span_id':'00f067aa0ba902b7','op':'x'},"
            + "'runtime':{'name':'OpenJDK','version':'17'},'os':{'name':'Linux'},"
            + "'response':{'status_code':500}},"
            + "'logentry':{'formatted':'" + text + "','message':'" + text + "'},"
            + "'exception':{'values':[" + exceptions(text) + "]},"
            + "'tags':{'request_id':'r-1','tenant':'clinic-3','a':'b'},'fingerprint':['a','b'],"
            + "'user':{'id':'8fa1','username':'" + text + "'},'extra':{'a':'" + text + "'},"
            + "'modules':{'a':'1'},"
            + "'request':{'method':'POST','url':'https://shop.example/orders/7','data':'" + text
            + "','headers':{'Accept':'" + text + "'}},"
            + "'breadcrumbs':{'values':[" + breadcrumbs(text) + "]}}")
        .replace('\'', '"')
        .getBytes(UTF_8);
  }

  /** Six: the outermost, its suppressed one with a cause, its cause, and the root with one more. */
  private static String exceptions(String text) {
    return List.of(
            exception("LateSuppressed", 5, "'type':'suppressed','parent_id':4", text),
            exception("Root", 4, "'type':'chained','parent_id':3", text),
            exception("Middle", 3, "'type':'chained','parent_id':0", text),
            exception("SuppressedCause", 2, "'type':'chained','parent_id':1", text),
            exception("Suppressed", 1, "'type':'suppressed','parent_id':0", text),
            exception("Outermost", 0, "'type':'servlet'", text))
        .stream()
        .collect(Collectors.joining(","));
  }

  private static String exception(String type, int id, String mechanism, String text) {
    return "{'type':'" + type + "','module':'org.example','value':'" + type + ' ' + text
        + "','stacktrace':{'frames':["
        + IntStream.range(0, 50).mapToObj(BigEvent::frame).collect(Collectors.joining(","))
        + "]},'mechanism':{" + mechanism + ",'handled':false,'exception_id':" + id
        + ",'data':{'cut':'by the JVM'}}}";
  }

  /** Of the fifty, those from 12 to 31 are the application's own, and number 3. */
  private static String frame(int number) {
    boolean isOwn = number == 3 || (number >= 12 && number < 32);
    return "{'module':'org.example.A','function':'f" + number + "','lineno':7,'in_app':" + isOwn
        + "}";
  }

  private static String breadcrumbs(String text) {
    return IntStream.range(0, 25)
        .mapToObj(number ->
            "{'timestamp':" + number + ",'message':'m" + number + "','data':{'a':'" + text + "'}}")
        .collect(Collectors.joining(","));
  }
}
