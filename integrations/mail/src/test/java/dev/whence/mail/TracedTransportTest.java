package dev.whence.mail;

import static dev.whence.junit.WhenceAssertions.assertThatEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.whence.Transaction;
import dev.whence.Whence;
import dev.whence.config.TraceKeys;
import dev.whence.event.Level;
import dev.whence.junit.RecordedEvent;
import dev.whence.junit.WhenceExtension;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.event.TransportAdapter;
import jakarta.mail.event.TransportEvent;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real server, the reference's transport. */
class TracedTransportTest {
  private static final GreenMail SERVER = new GreenMail(smtp());

  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create().failOnFaults();

  private static ServerSetup smtp() {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(20_000);
    return setup;
  }

  @BeforeAll
  static void startServer() {
    SERVER.start();
  }

  @BeforeEach
  void emptyMailboxes() throws Exception {
    SERVER.purgeEmailFromAllMailboxes();
  }

  @AfterAll
  static void stopServer() {
    SERVER.stop();
  }

  private static Session session(String... more) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", String.valueOf(SERVER.getSmtp().getPort()));
    for (int i = 0; i < more.length; i += 2) {
      properties.setProperty(more[i], more[i + 1]);
    }
    return Session.getInstance(properties);
  }

  private static Message message(Session session) throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom("planted-sender@example.org");
    message.setRecipients(
        Message.RecipientType.TO, "planted-one@example.org, planted-two@example.org");
    message.setRecipients(Message.RecipientType.BCC, "planted-three@example.org");
    message.setSubject("planted subject");
    message.setText("planted text");
    return message;
  }

  /** What is called within a job. */
  private interface Work {
    void run() throws MessagingException;
  }

  private RecordedEvent transactionOf(Work work) throws MessagingException {
    try (Transaction job = whence.whence().transaction("task", "send the newsletter")) {
      work.run();
    }
    return whence.transactions().get(0);
  }

  @Test
  void aSentMailIsASpanWithTheNumberOfItsRecipients() throws MessagingException {
    Message message = message(session());

    RecordedEvent transaction = transactionOf(() -> TracedTransport.send(message));

    assertThat(SERVER.getReceivedMessages()).hasSize(3);
    assertThat(transaction.json().at("/spans")).hasSize(1);
    assertThat(transaction.at("/spans/0/op")).isEqualTo("mail.send");
    assertThat(transaction.at("/spans/0/description")).isEqualTo("send");
    assertThat(transaction.at("/spans/0/data/mail.recipients")).isEqualTo("3");
    assertThat(transaction.at("/spans/0/data/server.address")).isEqualTo("127.0.0.1");
    assertThatEvent(transaction).mentionsNowhere("planted");
  }

  @Test
  void recipientsThatAreGivenCountInsteadOfTheMessages() throws MessagingException {
    Message message = message(session());
    Address[] one = {new InternetAddress("planted-four@example.org")};

    RecordedEvent transaction = transactionOf(() -> TracedTransport.send(message, one));

    assertThat(SERVER.getReceivedMessages()).hasSize(1);
    assertThat(transaction.at("/spans/0/data/mail.recipients")).isEqualTo("1");
    assertThatEvent(transaction).mentionsNowhere("planted");
  }

  @Test
  void aMailLeavesABreadcrumbThatSaysNothingOfIt() throws MessagingException {
    try (Transaction job = whence.whence().transaction("task", "a job")) {
      TracedTransport.send(message(session()));
      whence.whence().capture("after the mail", Level.INFO);
    }

    RecordedEvent event = whence.event();
    assertThatEvent(event).hasBreadcrumbs("send").mentionsNowhere("planted");
    assertThat(event.at("/breadcrumbs/values/0/category")).isEqualTo("mail");
    assertThat(event.at("/breadcrumbs/values/0/data/recipients")).isEqualTo("3");
    assertThat(event.at("/breadcrumbs/values/0/data/duration_ms")).matches("\\d+(\\.\\d+)?");
  }

  @Test
  void aTransportThatStaysOpenTellsOfEachMail() throws MessagingException {
    Session session = session();
    Message message = message(session);

    RecordedEvent transaction = transactionOf(() -> {
      try (Transport transport = TracedTransport.around(session.getTransport("smtp"))) {
        transport.connect();
        transport.sendMessage(message, message.getAllRecipients());
        transport.sendMessage(message, message.getRecipients(Message.RecipientType.BCC));
      }
    });

    assertThat(SERVER.getReceivedMessages()).hasSize(4);
    assertThat(transaction.json().at("/spans")).hasSize(2);
    assertThat(transaction.at("/spans/0/data/server.address")).isEqualTo("127.0.0.1");
    assertThat(transaction.at("/spans/1/data/mail.recipients")).isEqualTo("1");
    assertThatEvent(transaction).mentionsNowhere("planted");
  }

  @Test
  void aTransportThatIsWrappedIsTheOneBehindItOtherwise() throws MessagingException {
    Session session = session();
    Transport plain = session.getTransport("smtp");
    Transport traced = TracedTransport.around(plain);
    CompletableFuture<Object> delivered = new CompletableFuture<>();
    traced.addTransportListener(new TransportAdapter() {
      @Override
      public void messageDelivered(TransportEvent event) {
        delivered.complete(event.getSource());
      }
    });

    traced.connect("127.0.0.1", SERVER.getSmtp().getPort(), null, null);
    traced.sendMessage(message(session), new Address[] {new InternetAddress("a@example.org")});

    assertThat(delivered.join()).isSameAs(plain);
    assertThat(plain.isConnected()).isTrue();
    assertThat(traced.isConnected()).isTrue();
    assertThat(traced.getURLName()).isEqualTo(plain.getURLName());
    assertThat(traced).hasToString(plain.toString());
    assertThat(TracedTransport.around(traced)).isSameAs(traced);
    traced.close();
    assertThat(plain.isConnected()).isFalse();
  }

  @Test
  void whatFailsThrowsWhatTheTransportThrows() throws MessagingException {
    Message nowhere = new MimeMessage(session());
    Throwable[] thrown = new Throwable[1];

    RecordedEvent transaction =
        transactionOf(() -> thrown[0] = catchThrowable(() -> TracedTransport.send(nowhere)));

    assertThat(thrown[0])
        .isExactlyInstanceOf(SendFailedException.class)
        .hasMessage("No recipient addresses")
        .hasNoSuppressedExceptions();
    assertThat(transaction.at("/spans/0/data/mail.recipients")).isEqualTo("0");
    assertThat(transaction.at("/spans/0/status")).isEqualTo("internal_error");
  }

  @Test
  void aServerThatIsNotThereIsAFailedSpan() throws MessagingException {
    Message message = message(session("mail.smtp.port", "1"));
    Throwable[] thrown = new Throwable[1];

    RecordedEvent transaction =
        transactionOf(() -> thrown[0] = catchThrowable(() -> TracedTransport.send(message)));

    assertThat(thrown[0]).isInstanceOf(MessagingException.class).hasNoSuppressedExceptions();
    assertThat(transaction.at("/spans/0/status")).isEqualTo("internal_error");
    assertThatEvent(transaction).mentionsNowhere("planted");
  }

  @Test
  void aLoginThatIsRefusedTellsNoPassword() throws MessagingException {
    Message message = message(session("mail.smtp.auth", "true"));
    Throwable[] thrown = new Throwable[1];
    SERVER.setUser("clerk@example.org", "clerk", "NotReal-right");

    RecordedEvent transaction = transactionOf(() -> thrown[0] =
        catchThrowable(() -> TracedTransport.send(message, "clerk", "planted-password")));

    assertThat(thrown[0]).isInstanceOf(AuthenticationFailedException.class);
    assertThat(transaction.at("/spans/0/status")).isEqualTo("internal_error");
    assertThatEvent(transaction).mentionsNowhere("planted").mentionsNowhere("clerk");
  }

  @Test
  void outsideARequestAMailIsJustSent() throws MessagingException {
    TracedTransport.send(message(session()));

    assertThat(SERVER.getReceivedMessages()).hasSize(3);
    assertThat(whence.transactions()).isEmpty();
  }

  @Test
  void integrationsOffSilencesIt() throws MessagingException {
    Whence silent = whence.rebuild(builder -> builder.set(TraceKeys.INTEGRATIONS_OFF, "mail"));

    try (Transaction job = silent.transaction("task", "send the newsletter")) {
      TracedTransport.send(message(session()));
    }

    assertThat(SERVER.getReceivedMessages()).hasSize(3);
    assertThat(whence.transactions().get(0).json().at("/spans")).isEmpty();
  }
}
