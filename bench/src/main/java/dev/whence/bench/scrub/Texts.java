package dev.whence.bench.scrub;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Texts as they come in messages and logs, all of the same length, so that figures compare.
 *
 * <p>Everything that looks like a secret or a person is made up.
 */
final class Texts {
  /** Holds nothing that must be masked. */
  static final String CLEAN = "clean";

  private static final List<String> LINES = List.of(
      "2026-11-22T14:03:17.482Z INFO  [http-nio-8080-exec-7] c.sample.shop.order.OrderService -"
          + " Order 1048576 accepted, 3 positions, total 149.90 EUR, 42 ms",
      "java.lang.IllegalStateException: Cart 7f9c24e8-3b12-4fef-91e0-5a2d1c0b7a66 was closed at"
          + " 2026-11-22 14:03:16 and cannot take position 4 of 12",
      "\tat com.sample.shop.cart.CartRepository.load(CartRepository.java:214)\n"
          + "\tat com.sample.shop.cart.CartService.add(CartService.java:88)",
      "Caused by: java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not"
          + " available, request timed out after 30000ms (total=10, active=10, idle=0, waiting=27)",
      "Cannot invoke \"com.sample.shop.Customer.name()\" because the return value of"
          + " \"com.sample.shop.Order.customer()\" is null",
      "Failed to parse configuration file /etc/shop/conf.d/40-payment.yaml: line 17, column 5:"
          + " expected a mapping, found a sequence of 3 items",
      "Text '2026-13-01' could not be parsed: Invalid value for MonthOfYear (valid values 1 - 12):"
          + " 13; version 2.4.1-rc.3 build 20261122.7 on jdk-17.0.15+6",
      "Retry 2 of 5 in 800 ms: POST /v1/shipments answered 503 Service Unavailable, body of 312"
          + " bytes, upstream node-eu-3 zone b, circuit half open",
      "Could not resolve placeholder 'shop.mail.sender' in value \"${shop.mail.sender}\", looked in"
          + " application.yaml, environment, system properties",
      "ERROR: duplicate key value violates unique constraint \"orders_number_idx\" Detail: Key"
          + " (number, shop)=(A-2026-00017, 3) already exists",
      "The order was not shipped because the warehouse reported a shortage of two of its items;"
          + " the customer has been offered a partial delivery or a refund instead",
      "DEBUG [scheduler-2] c.sample.shop.stock.StockSync - 18,204 rows in 1,377 ms, heap 412 of"
          + " 1024 MB, queue 0/500, next run at 15:00:00",
      "Resource not found: classpath:/templates/mail/confirmation_v2.html (checked 3 loaders, trace"
          + " 4bf92f3577b34da6a3ce929d0e0e4736, span 00f067aa0ba902b7)");

  private static final List<String> SECRETS = List.of(
      "login failed for anna.bogus@example.org from the office, password=FakeHunter2x! tries=3",
      "Customer called from +44 7700 900429 and (212) 555-0142 about card 4111 1111 1111 1111",
      "Authorization: Bearer FAKEo4Tq8Zr2Vd6Lk0Pw9Sy3Xb7 was refused by the gateway",
      "refund to DE89 3704 0044 0532 0130 00 failed, written to bogus-billing@example.com",
      "GET https://synth:NotReal77@db.example.net/api?access_token=FAKE99aa88bb&page=2",
      "cookie eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJGQUtFIn0.c2lnbmF0dXJlLU5vdFJlYWwtRmFrZQ expired",
      "push with ghp_FAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKE was declined by the hook",
      "api_key: \"NotReal0123456789abcdef\", secret = 'SynthSecretFake77' in config.yaml",
      "aws AKIAFAKEFAKEFAKEFAKE and xoxb-FAKE1234567-FAKE1234567 were found in the log",
      "ssn 219-09-9999 of demo.sample@example.net, mobile: 020 7946 0123");

  private Texts() {}

  /** Returns texts of {@code kind} and {@code length} to be taken in turns. */
  static String[] of(String kind, int length) {
    return switch (kind) {
      case CLEAN -> texts(LINES, length, UnaryOperator.identity());
      case "clean-latin1" -> texts(LINES, length, Texts::umlauts);
      case "clean-utf16" -> texts(LINES, length, line -> umlauts(line).replace("order", "заказ"));
      case "pii" -> texts(SECRETS, length, UnaryOperator.identity());
      default -> throw new IllegalArgumentException("no texts of the kind \"" + kind + '"');
    };
  }

  private static String umlauts(String line) {
    return line.replace("Order", "Auftragsänderung").replace("the ", "für ").replace("not", "né");
  }

  /** Returns as many texts as there are lines; each begins with another one. */
  private static String[] texts(List<String> lines, int length, UnaryOperator<String> change) {
    String[] texts = new String[lines.size()];
    for (int first = 0; first < texts.length; first++) {
      StringBuilder text = new StringBuilder(length + 256);
      for (int i = first; text.length() < length; i++) {
        text.append(change.apply(lines.get(i % lines.size()))).append('\n');
      }
      text.setLength(length);
      texts[first] = text.toString();
    }
    return texts;
  }
}
