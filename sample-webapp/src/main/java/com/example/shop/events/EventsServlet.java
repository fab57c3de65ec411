package com.example.shop.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.event.EventRecord;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the latest events, and shows one as it was reported. */
public final class EventsServlet extends HttpServlet {
  private static final int LISTED = 20;

  private final transient EventShelf shelf = EventShelf.own();
  private final transient ObjectMapper mapper = new ObjectMapper();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    @Nullable String path = request.getPathInfo();
    if (path == null || path.equals("/")) {
      answer(response, mapper.writeValueAsBytes(latest()));
      return;
    }
    Optional<EventRecord> event = shelf.find(path.substring(1));
    if (event.isPresent()) {
      answer(response, event.get().json());
    } else {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      answer(response, mapper.writeValueAsBytes(List.of()));
    }
  }

  private List<EventSummary> latest() throws IOException {
    List<EventSummary> summaries = new ArrayList<>();
    for (EventRecord event : shelf.latest(LISTED)) {
      summaries.add(EventSummary.of(event, mapper));
    }
    return summaries;
  }

  private static void answer(HttpServletResponse response, byte[] json) throws IOException {
    response.setContentType("application/json");
    response.getOutputStream().write(json);
  }
}
