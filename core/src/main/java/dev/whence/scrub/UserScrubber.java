package dev.whence.scrub;

import dev.whence.event.User;
import dev.whence.net.Disclosure;
import dev.whence.scrub.field.FieldScrubber;
import dev.whence.scrub.field.Findings;
import dev.whence.scrub.field.Pseudonyms;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.TextScanner;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Leaves of a user an ID that names nobody, the tenant and the network. */
final class UserScrubber {
  private static final int SHORTEST_HEX = 8;
  private static final String MASKING =
      "login names are masked, so that events do not tell users apart: set \"pseudonym-key\" for"
          + " pseudonyms, or \"user-id\" to \"plain\" to send the names";
  private static final String UUID_SHAPE = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

  private final FieldScrubber fields;
  private final boolean sendsDefaultPii;
  private final Disclosure clientAddress;
  private final boolean sendsPrincipal;
  private final @Nullable Pseudonyms pseudonyms;
  private final AtomicBoolean isMaskingSaid = new AtomicBoolean();

  UserScrubber(FieldScrubber fields, Scrubber.Builder settings, @Nullable Pseudonyms pseudonyms) {
    this.fields = fields;
    this.sendsDefaultPii = settings.sendsDefaultPii();
    this.clientAddress = settings.clientAddress();
    this.sendsPrincipal = settings.sendsPrincipal();
    this.pseudonyms = pseudonyms;
  }

  User scrub(User user, Findings findings) {
    String id = user.id();
    String tenant = user.tenant();
    String address = user.ipAddress();
    return new User(
        id == null ? null : id(id, user.isPrincipal(), findings),
        tenant == null ? null : fields.scrub(tenant, findings),
        sendsDefaultPii ? user.username() : null,
        sendsDefaultPii ? user.email() : null,
        address == null ? null : address(address),
        false);
  }

  /** Returns the part of a client's address that may be sent, null for none. */
  @Nullable
  String address(String address) {
    return switch (clientAddress) {
      case NETWORK -> Addresses.network(address);
      case WHOLE -> address;
      case NONE -> null;
    };
  }

  private String id(String id, boolean isPrincipal, Findings findings) {
    int mark = findings.enter("id");
    String seen = isPrincipal ? principal(id, findings) : explicit(id, findings);
    findings.leave(mark);
    return TextScanner.cut(seen);
  }

  static String explicit(String id, Rule.Sink sink) {
    boolean isAddress = id.indexOf('@') > 0 || id.indexOf("%40") > 0;
    return isAddress ? FieldScrubber.masked(Rule.EMAIL, id, sink) : id;
  }

  private String principal(String name, Rule.Sink sink) {
    if (sendsPrincipal || isId(name)) {
      return name;
    }
    String marker = FieldScrubber.masked(Rule.PRINCIPAL, name, sink);
    if (marker.equals(name)) {
      return name; // it is the marker already
    }
    if (pseudonyms != null) {
      return pseudonyms.of(name);
    }
    if (isMaskingSaid.compareAndSet(false, true)) {
      System.getLogger("dev.whence").log(System.Logger.Level.INFO, MASKING);
    }
    return marker;
  }

  /** Whether {@code name} says nothing: digits, a UUID or at least eight hexadecimal digits. */
  private static boolean isId(String name) {
    boolean isUuid = name.length() == UUID_SHAPE.length();
    int digits = 0;
    int hexDigits = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isHex = c < 128 && Character.digit(c, 16) >= 0;
      digits += c >= '0' && c <= '9' ? 1 : 0;
      hexDigits += isHex ? 1 : 0;
      isUuid = isUuid && (UUID_SHAPE.charAt(i) == '-' ? c == '-' : isHex);
    }
    boolean isHexId = hexDigits == name.length() && hexDigits >= SHORTEST_HEX;
    return isUuid || isHexId || digits == name.length();
  }
}
