package dev.whence.body;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whence.event.Body;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTypeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | JSON",
        "Application/JSON;charset=utf-8 | JSON",
        "application/vnd.shop.v2+json ; a=b | JSON",
        "text/x+json | JSON",
        "application/x-www-form-urlencoded | FORM",
        "APPLICATION/X-WWW-FORM-URLENCODED; charset=x | FORM",
        "multipart/form-data; boundary=x | PARTS",
        "text/plain | TEXT",
        "text/csv;header=present | TEXT",
        "text/html | ",
        "text/xml | ",
        "text/xml-external-parsed-entity | ",
        "text/x+xml | ",
        "application/xhtml+xml | ",
        "application/xml | ",
        "application/octet-stream | ",
        "application/jsonlines | ",
        "multipart/mixed | ",
        "image/png | ",
        "+json | ",
        "json | ",
        "text | "
      })
  void knowsABodyByItsType(String contentType, Body.Kind kind) {
    assertEquals(kind, BodyType.kind(contentType));
  }
}
