package org.example.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** Answers that are written bit by bit. */
@Path("streams")
public class StreamResource {
  @GET
  @Path("whole")
  @Produces("text/plain")
  public StreamingOutput whole() {
    return out -> out.write("streamed".getBytes(UTF_8));
  }

  @GET
  @Path("early")
  @Produces("text/plain")
  public StreamingOutput failBeforeAnythingIsSent() {
    return out -> {
      throw new IllegalStateException("stream, early");
    };
  }

  @GET
  @Path("late")
  @Produces("text/plain")
  public StreamingOutput failAfterAPartIsSent() {
    return out -> {
      out.write("part ".repeat(5_000).getBytes(UTF_8));
      out.flush();
      throw new IllegalStateException("stream, late");
    };
  }

  @GET
  @Path("events")
  @Produces("text/event-stream")
  public void events(@Context SseEventSink sink, @Context Sse sse) {
    sink.send(sse.newEvent("first")).thenRun(sink::close);
  }

  @GET
  @Path("events/fail")
  @Produces("text/event-stream")
  public void failBeforeTheFirstEvent(@Context SseEventSink sink) {
    throw new IllegalStateException("no events from " + (sink != null));
  }
}
