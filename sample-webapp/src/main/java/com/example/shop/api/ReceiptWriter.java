package com.example.shop.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.example.shop.domain.Pack;
import com.example.shop.domain.PriceList;
import com.example.shop.market.Order;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes an order as a receipt, line by line, until one has no price. */
@Produces(ReceiptWriter.CSV)
public final class ReceiptWriter implements MessageBodyWriter<Order> {
  static final String CSV = "text/csv";

  private final PriceList prices;

  @Inject
  ReceiptWriter(PriceList prices) {
    this.prices = prices;
  }

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] marks, MediaType media) {
    return type == Order.class;
  }

  @Override
  public void writeTo(
      Order order,
      Class<?> type,
      Type generic,
      Annotation[] marks,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream output)
      throws IOException {
    output.write("name,cents for each\n".getBytes(UTF_8));
    for (Pack line : order.lines()) {
      output.write((line.name() + ',' + prices.centsForEach(line) + '\n').getBytes(UTF_8));
    }
  }
}
