package com.example.shop.stock;

import dev.whence.jaxrs.client.OutgoingCalls;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import java.net.URI;
import java.util.Map;

/** Another company's service, by HTTP. For any thread. */
public final class Carrier implements AutoCloseable {
  private static final String VARIABLE = "CARRIER_URL";

  private final Client client = ClientBuilder.newClient().register(new OutgoingCalls());

  /**
   * Returns what the carrier asks for so many pieces.
   *
   * @param shop where to ask unless {@code CARRIER_URL} names a carrier
   */
  public int centsFor(int pieces, URI shop) {
    String named = System.getenv(VARIABLE);
    WebTarget target = client
        .target(named == null || named.isBlank() ? shop : URI.create(named))
        .path("stocktaking/carriage");
    Map<?, ?> answer = target.queryParam("pieces", pieces).request().get(Map.class);
    return answer.get("cents") instanceof Number cents ? cents.intValue() * pieces : 0;
  }

  @Override
  public void close() {
    client.close();
  }
}
