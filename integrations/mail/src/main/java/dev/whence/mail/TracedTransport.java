package dev.whence.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import jakarta.mail.event.ConnectionListener;
import jakarta.mail.event.TransportListener;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Makes each mail that is sent a span and a breadcrumb of the request that sends it: how many
 * recipients, by which host, how long; never an address, a subject or a text.
 *
 * <pre>{@code
 * TracedTransport.send(message);                                     // for Transport.send(message)
 *
 * Transport transport = TracedTransport.around(session.getTransport()); // for one that stays open
 * }</pre>
 *
 * <p>What the transport throws is what the caller gets. For threads as the transport behind it is.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // the one behind it has its own lock
public final class TracedTransport extends Transport {
  private final Transport transport;

  private TracedTransport(Transport transport) {
    super(Session.getInstance(new Properties()), null);
    this.transport = transport;
  }

  /** Returns a transport that tells of what it sends by {@code transport}, and is it otherwise. */
  public static Transport around(Transport transport) {
    return transport instanceof TracedTransport ? transport : new TracedTransport(transport);
  }

  /** Sends {@code message} as {@link Transport#send(Message)} does. */
  public static void send(Message message) throws MessagingException {
    sendToAll(message, () -> Transport.send(message));
  }

  /** Sends {@code message} as {@link Transport#send(Message, String, String)} does. */
  public static void send(Message message, String user, String password) throws MessagingException {
    sendToAll(message, () -> Transport.send(message, user, password));
  }

  private static void sendToAll(Message message, MailCall.Sending sending)
      throws MessagingException {
    MailCall.around(
        sending, () -> MailCall.count(message.getAllRecipients()), () -> MailCall.hostOf(message));
  }

  /** Sends {@code message} as {@link Transport#send(Message, Address[])} does. */
  public static void send(Message message, Address[] recipients) throws MessagingException {
    MailCall.around(
        () -> Transport.send(message, recipients),
        () -> MailCall.count(recipients),
        () -> MailCall.hostOf(message));
  }

  /** Sends {@code message} as {@link Transport#send(Message, Address[], String, String)} does. */
  public static void send(Message message, Address[] recipients, String user, String password)
      throws MessagingException {
    MailCall.around(
        () -> Transport.send(message, recipients, user, password),
        () -> MailCall.count(recipients),
        () -> MailCall.hostOf(message));
  }

  @Override
  public void sendMessage(Message message, Address[] recipients) throws MessagingException {
    MailCall.around(
        () -> transport.sendMessage(message, recipients),
        () -> MailCall.count(recipients),
        this::host);
  }

  private @Nullable String host() {
    URLName url = transport.getURLName();
    return url == null ? null : url.getHost();
  }

  // The transport's own.

  @Override
  public void connect() throws MessagingException {
    transport.connect();
  }

  @Override
  public void connect(String host, String user, String password) throws MessagingException {
    transport.connect(host, user, password);
  }

  @Override
  public void connect(String user, String password) throws MessagingException {
    transport.connect(user, password);
  }

  @Override
  public void connect(String host, int port, String user, String password)
      throws MessagingException {
    transport.connect(host, port, user, password);
  }

  @Override
  public boolean isConnected() {
    return transport.isConnected();
  }

  @Override
  public void close() throws MessagingException {
    transport.close();
  }

  @Override
  public URLName getURLName() {
    return transport.getURLName();
  }

  @Override
  public void addConnectionListener(ConnectionListener listener) {
    transport.addConnectionListener(listener);
  }

  @Override
  public void removeConnectionListener(ConnectionListener listener) {
    transport.removeConnectionListener(listener);
  }

  @Override
  public void addTransportListener(TransportListener listener) {
    transport.addTransportListener(listener);
  }

  @Override
  public void removeTransportListener(TransportListener listener) {
    transport.removeTransportListener(listener);
  }

  @Override
  public String toString() {
    return transport.toString();
  }
}
