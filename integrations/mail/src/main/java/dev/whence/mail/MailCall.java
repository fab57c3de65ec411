package dev.whence.mail;

import dev.whence.Whence;
import dev.whence.call.Call;
import dev.whence.call.CallKind;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells the request at hand that a mail is sent: to how many and where, never whom and what. */
final class MailCall {
  private static final CallKind KIND = new CallKind("mail", "mail");

  /** What sends. */
  interface Sending {
    void send() throws MessagingException;
  }

  /** Counts recipients, where somebody wants to know. */
  interface Count {
    int recipients() throws MessagingException;
  }

  private MailCall() {}

  /** Runs {@code sending}, whose exceptions pass as they are. */
  static void around(Sending sending, Count count, Supplier<@Nullable String> host)
      throws MessagingException {
    try (Call call = Call.begin(KIND, "mail.send", () -> "send")) {
      if (call.isOn()) {
        tell(call, count, host);
      }
      try {
        sending.send();
      } catch (MessagingException | RuntimeException | Error e) {
        call.fail(e);
        throw e;
      }
    }
  }

  private static void tell(Call call, Count count, Supplier<@Nullable String> host) {
    try {
      String address = host.get();
      if (address != null) {
        call.data("server.address", address);
      }
      int recipients = count.recipients();
      call.data("mail.recipients", recipients).crumb("recipients", recipients);
    } catch (MessagingException | RuntimeException e) {
      Whence.current().fault("mail", e);
    }
  }

  static int count(Address @Nullable [] recipients) {
    return recipients == null ? 0 : recipients.length;
  }

  /** Returns the host that a session without a transport of its own sends to. */
  static @Nullable String hostOf(Message message) {
    Session session = message.getSession();
    if (session == null) {
      return null;
    }
    String protocol = session.getProperty("mail.transport.protocol");
    String host = session.getProperty("mail." + (protocol == null ? "smtp" : protocol) + ".host");
    return host == null ? session.getProperty("mail.host") : host;
  }
}
