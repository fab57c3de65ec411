package dev.whence.bench.scrub;

/**
 * JSON as clients and services send it: orders, customers and conversations with a model, nested,
 * with escapes and numbers, of an exact length. What looks like a secret or a person is made up.
 */
final class Payloads {
  /** Holds nothing that must be masked. */
  static final String CLEAN = "clean";

  private static final String ORDER = """
      {"order":"A-2026-%1$06d","state":"ACCEPTED","total":149.%2$02d,"paid":true,"coupon":null,\
      "created":"2026-11-22T14:03:%2$02dZ","positions":[{"sku":"TS-%1$d-XL","title":"T-Shirt \\"Blau\\"",\
      "quantity":2,"price":24.95,"tags":["cotton","sale"]},{"sku":"MUG-%1$d","title":"Mug, 0.3 l",\
      "quantity":1,"price":1.0E1,"dimensions":{"width":80.5,"height":95,"unit":"mm"}}],\
      "shipping":{"carrier":"parcel","zone":%2$d,"eta":"2026-11-25","path":"C:\\\\export\\\\%1$d.csv"}}""";
  private static final String CONVERSATION = """
      {"model":"large-3","temperature":0.7,"max_tokens":1024,"messages":[{"role":"system","content":\
      "You answer questions about orders.\\nBe brief; cite the order's state."},{"role":"user",\
      "content":"Why was order %1$d not shipped, and when will it be? It says \\"delayed\\" since \
      Monday."}],"usage":{"prompt_tokens":%2$d,"completion_tokens":211,"total_tokens":3%2$02d},\
      "trace":"7f9c24e8-3b12-4fef-91e0-%1$012d","finish_reason":"stop","latency_ms":1843.25}""";
  private static final String CUSTOMER = """
      {"customer":%1$d,"segment":"B2B","language":"de-AT","since":"2019-04-%2$02d","active":true,\
      "limits":{"credit":5000,"days":30},"preferences":{"newsletter":false,"theme":"dark",\
      "columns":["state","total","created"]},"comment":"Prefers delivery before noon; gate on the left.",\
      "revision":"9b2d1c%2$02d","score":0.87%2$02d,"history":[12,40,17,%2$d,0,0,3]}""";
  private static final String ACCOUNT = """
      {"customer":%1$d,"email":"anna.bogus%1$d@example.org","phone":"+44 7700 9004%2$02d",\
      "password":"FakeHunter-%1$d","address":{"city":"Vienna","country":"AT","floor":%2$d},\
      "payment":{"card_number":"4111111111111111","iban":"DE89370400440532013000","method":"card"},\
      "session":{"access_token":"FAKE%1$d-Qm9ndXNUb2tlbg","expires_in":3600,"scope":"orders"},\
      "comment":"Asked to be called back, wrote from bogus%1$d@example.com on Monday.","active":true}""";

  private Payloads() {}

  /** Returns an object of exactly {@code length} characters, {@code CLEAN} or not. */
  static String of(String kind, int length) {
    String[] parts = kind.equals(CLEAN)
        ? new String[] {ORDER, CONVERSATION, CUSTOMER}
        : new String[] {ORDER, ACCOUNT, CONVERSATION};
    String end = "],\"note\":\"\"}";
    StringBuilder json = new StringBuilder(length).append("{\"version\":3,\"items\":[");
    for (int i = 0; ; i++) {
      String part = parts[i % parts.length].formatted(1_000 + i, 10 + i % 19);
      if (json.length() + part.length() + end.length() >= length) {
        break;
      }
      json.append(i == 0 ? "" : ",").append(part);
    }
    String prose = "the warehouse reported a shortage and the order will be sent in two parcels ";
    int missing = length - json.length() - end.length();
    return json.append("],\"note\":\"")
        .append(prose.repeat(missing / prose.length() + 1), 0, missing)
        .append("\"}")
        .toString();
  }
}
