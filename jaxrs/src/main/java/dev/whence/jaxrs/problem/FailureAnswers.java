package dev.whence.jaxrs.problem;

import dev.whence.RequestScope;
import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.config.Preset;
import dev.whence.config.Settings;
import dev.whence.event.EventId;
import dev.whence.jaxrs.observe.EventIdHeader;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers for failures that nobody else answers for: makes an event of the failure and a problem
 * document of its IDs. Nothing of the failure itself is in the answer, but for its message in
 * development. Never throws. For any thread.
 */
public final class FailureAnswers {
  private static final String MECHANISM = "jaxrs";

  private final Whence whence;
  private final String requestIdHeader;
  private final boolean isDevelopment;
  private final @Nullable String eventUrl;

  /** Makes answers as the settings of {@code whence} say, which must be on. */
  public FailureAnswers(Whence whence) {
    this.whence = whence;
    Settings settings = whence.settings().orElseThrow();
    requestIdHeader = settings.get(Keys.REQUEST_ID_HEADER);
    isDevelopment = Preset.of(settings.get(Keys.ENVIRONMENT)) == Preset.DEVELOPMENT;
    eventUrl = settings.find(Keys.EVENT_URL).orElse(null);
  }

  /** Returns the failure's own answer if it has one, else captures it and answers with 500. */
  public Response answer(Throwable failure, Asked asked) {
    if (failure instanceof WebApplicationException own) {
      return own.getResponse();
    }
    try {
      return captured(failure, asked);
    } catch (Throwable e) {
      return bare(500, e);
    }
  }

  /** Answers with 400 that the request is not as it has to be; that is no event. */
  public Response refuse(List<Violation> violations, Asked asked) {
    try {
      String requestId = scope().map(RequestScope::requestId).orElse(null);
      Incident incident = new Incident(null, requestId, asked.path());
      return written(new Problem(400, incident, Insight.NONE, violations), asked);
    } catch (Throwable e) {
      return bare(400, e);
    }
  }

  private Response bare(int status, Throwable fault) {
    whence.fault("problem", fault);
    return Response.status(status).build();
  }

  private static Optional<RequestScope> scope() {
    return Whence.current().currentScope();
  }

  private Response captured(Throwable failure, Asked asked) {
    RequestScope scope = scope().orElse(null);
    Optional<EventId> event =
        scope == null ? whence.capture(failure) : scope.fail(failure, MECHANISM, null);
    EventId id = event.orElse(null);
    Incident incident = new Incident(id, scope == null ? null : scope.requestId(), asked.path());
    Insight insight = isDevelopment ? insight(failure, id) : Insight.NONE;
    return written(new Problem(500, incident, insight, List.of()), asked);
  }

  private Insight insight(Throwable failure, @Nullable EventId id) {
    String link =
        eventUrl == null || id == null ? null : eventUrl.replace("{event}", id.toString());
    return new Insight(message(failure), link);
  }

  private static @Nullable String message(Throwable failure) {
    try {
      return failure.getMessage();
    } catch (Throwable e) {
      return null; // the application's code, which the event tells of
    }
  }

  private Response written(Problem problem, Asked asked) {
    ProblemFormat format = ProblemFormat.of(asked.headers());
    Response.ResponseBuilder answer = Response.status(problem.status())
        .type(format.mediaType())
        .entity(format.write(problem))
        .header("Cache-Control", "no-store");
    Incident incident = problem.incident();
    if (incident.requestId() != null) {
      answer.header(requestIdHeader, incident.requestId());
    }
    if (incident.eventId() != null) {
      answer.header(EventIdHeader.NAME, incident.eventId().toString());
    }
    return answer.build();
  }
}
