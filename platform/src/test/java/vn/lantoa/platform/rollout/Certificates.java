package vn.lantoa.platform.rollout;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for localhost that signs itself: a key store for servers, a PEM file for those who trust them. */
record Certificates(Path keyStore, Path pem) {
    static final String PASSWORD = "only-for-this-test";

    static Certificates make(Path folder) throws IOException, InterruptedException {
        var made = new Certificates(folder.resolve("server.p12"), folder.resolve("ca.crt"));
        keytool(
                "-genkeypair -alias server -keyalg EC -groupname secp256r1 -validity 2 -dname CN=localhost -ext",
                "san=dns:localhost -storetype PKCS12 -storepass " + PASSWORD + " -keystore " + made.keyStore);
        keytool(
                "-exportcert -rfc -alias server -storepass " + PASSWORD,
                "-keystore " + made.keyStore + " -file " + made.pem);
        return made;
    }

    SSLContext server() throws IOException, GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var program = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var command = (program + " " + String.join(" ", arguments)).split(" ");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
    }
}
