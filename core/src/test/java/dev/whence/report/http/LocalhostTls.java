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

/** A certificate for localhost, made by the JDK's own tool. */
public final class LocalhostTls {
  private static final String PASSWORD = "changeit";
  private static final String KEY = " -keyalg EC -groupname secp256r1";
  private static final String FILE = "localhost.p12";

  private final SSLContext context;

  private LocalhostTls(SSLContext context) {
    this.context = context;
  }

  /** Makes a certificate that vouches for itself. */
  public static LocalhostTls in(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    keytool(
        folder, "-genkeypair -alias localhost -dname CN=localhost -ext san=dns:localhost" + KEY);
    KeyStore store = store(folder);
    return new LocalhostTls(context(store, store));
  }

  /** Makes a certificate that somebody trusted vouched for, until yesterday. */
  public static LocalhostTls expiredIn(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    keytool(folder, "-genkeypair -alias signer -dname CN=signer -ext bc=ca:true" + KEY);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("signer", store(folder).getCertificate("signer"));
    keytool(
        folder,
        "-genkeypair -alias localhost -dname CN=localhost -ext san=dns:localhost -signer signer"
            + " -startdate -2d -validity 1" + KEY);
    KeyStore keys = store(folder);
    keys.deleteEntry("signer");
    return new LocalhostTls(context(keys, trusted));
  }

  private static KeyStore store(Path folder) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(FILE))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static SSLContext context(KeyStore keyStore, KeyStore trusted)
      throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(keyStore, PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static void keytool(Path folder, String options)
      throws IOException, InterruptedException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String all = options + " -storetype PKCS12 -storepass " + PASSWORD + " -keystore " + FILE;
    ProcessBuilder builder = new ProcessBuilder((keytool + ' ' + all).split(" ", -1));
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
