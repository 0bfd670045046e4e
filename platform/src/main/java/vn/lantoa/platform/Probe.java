package vn.lantoa.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.lantoa.testsupport.LocalIdentity;

/** Whether a part does its work. */
final class Probe {

    private static final int PATIENCE_MILLIS = 5_000;

    private Probe() {}

    static boolean ready(Part part, int port) {
        return switch (part) {
            case POSTGRES, KAFKA -> listens(port);
            case IDENTITY -> answers(LocalIdentity.issuer(port) + "/.well-known/openid-configuration");
            case UNITS, CAMPAIGNS, RECOGNITION -> answers("http://localhost:" + port + "/q/health/ready");
        };
    }

    /** What a service says of itself; nothing when it does not answer. */
    static Health health(int port) {
        try {
            HttpURLConnection connection = connection("http://localhost:" + port + "/q/health/ready");
            try {
                int status = connection.getResponseCode();
                try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                    return Health.of(
                            status, body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
                }
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return new Health(false, List.of("does not answer on port " + port));
        }
    }

    static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getByName("localhost"), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answers(String url) {
        try {
            HttpURLConnection connection = connection(url);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static HttpURLConnection connection(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        return connection;
    }
}
