package dev.whence;

import dev.whence.capture.DetailsCopy;
import dev.whence.event.User;
import dev.whence.request.HandlerFacts;
import dev.whence.request.Inquiry;
import dev.whence.request.RequestFacts;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request at its end, when its environment can be asked for the last time; each thing once, and
 * only if somebody wants to know. For the thread that finishes the request.
 */
final class RequestEnd {
  private final Engine engine;
  private final RequestScope scope;
  private final RequestFacts facts;
  private boolean isRouteAsked;
  private @Nullable String route;
  private @Nullable RequestData data;

  RequestEnd(Engine engine, RequestScope scope, RequestFacts facts) {
    this.engine = engine;
    this.scope = scope;
    this.facts = facts;
  }

  RequestScope scope() {
    return scope;
  }

  RequestFacts facts() {
    return facts;
  }

  /** Returns what the application says the request is called, else what the setting wants. */
  @Nullable
  String route() {
    if (!isRouteAsked) {
      isRouteAsked = true;
      route = asked();
    }
    return route;
  }

  private @Nullable String asked() {
    String named = scope.route();
    if (named != null) {
      return named;
    }
    String kept = scope.handler().isPresent() ? null : scope.keptRoute();
    return kept == null ? engine.nameOf(facts) : kept;
  }

  /** Returns what all events of the request have in common. */
  RequestData data() {
    RequestData known = data;
    if (known == null) {
      known = gathered(engine.inquiry()::user);
      data = known;
    }
    return known;
  }

  /**
   * Returns the same for a request that went well: its user, too, unless the application would have
   * to be asked who that is, which may take it a query.
   */
  RequestData dataUnasked() {
    return data == null ? gathered(engine.inquiry()::principal) : data;
  }

  private RequestData gathered(Function<RequestFacts, @Nullable User> user) {
    Inquiry inquiry = engine.inquiry();
    DetailsCopy details = withHandlersTags(inquiry);
    return new RequestData(
        scope,
        details,
        route(),
        inquiry.ask(facts::handler),
        facts.status(),
        details.user() == null ? user.apply(facts) : details.user(),
        inquiry.ask(facts::snapshot),
        engine.consent(scope, facts));
  }

  private DetailsCopy withHandlersTags(Inquiry inquiry) {
    HandlerFacts handler = scope.handler().orElse(null);
    Map<String, String> tags = handler == null ? null : inquiry.ask(handler::tags);
    DetailsCopy details = scope.copyOfDetails();
    return tags == null ? details : DetailsCopy.EMPTY.tagged(tags).overlaid(details);
  }
}
