package dev.whence.jaxrs.problem;

import java.nio.charset.StandardCharsets;

/** Writes a problem as XML (RFC 9457, appendix B). */
final class XmlProblem {
  private XmlProblem() {}

  static byte[] write(Problem problem) {
    Markup xml = new Markup()
        .raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .raw("<problem xmlns=\"urn:ietf:rfc:7807\">");
    problem.members().forEach(xml::element);
    if (!problem.violations().isEmpty()) {
      xml.raw("<errors>");
      problem.violations().forEach(violation -> write(xml, violation));
      xml.raw("</errors>");
    }
    return xml.raw("</problem>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Markup xml, Violation violation) {
    xml.raw("<i>");
    if (!violation.field().isEmpty()) {
      xml.element("field", violation.field());
    }
    xml.element("message", violation.message()).raw("</i>");
  }
}
