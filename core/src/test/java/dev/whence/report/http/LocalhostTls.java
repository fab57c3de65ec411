package dev.whence.report.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost that nobody signed, made by the JDK's own tool. */
public final class LocalhostTls {
  private static final String PASSWORD = "changeit";
  private static final String FILE = "localhost.p12";

  private final SSLContext context;

  private LocalhostTls(SSLContext context) {
    this.context = context;
  }

  public static LocalhostTls in(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    makeKey(folder);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(FILE))) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return new LocalhostTls(context);
  }

  private static void makeKey(Path folder) throws IOException, InterruptedException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options = "-genkeypair -alias localhost -keyalg EC -groupname secp256r1"
        + " -dname CN=localhost -ext san=dns:localhost -storetype PKCS12"
        + " -storepass " + PASSWORD + " -keystore " + FILE;
    ProcessBuilder builder = new ProcessBuilder((keytool + ' ' + options).split(" ", -1));
    Process process = builder
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("keytool made no certificate");
    }
  }

  public ScriptedServer server(ScriptedServer.Step... steps) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return ScriptedServer.on(
        context.getServerSocketFactory().createServerSocket(0, 50, loopback), steps);
  }

  /** Makes sockets that trust the certificate and no other. */
  public SSLSocketFactory sockets() {
    return context.getSocketFactory();
  }
}
