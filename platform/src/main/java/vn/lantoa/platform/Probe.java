package vn.lantoa.platform;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
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

    static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getByName("localhost"), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answers(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
