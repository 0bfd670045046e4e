package vn.lantoa.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One keep-alive HTTP/1.1 connection that costs the two shared cores next to nothing: a full client would measure
 * itself. Understands what our services answer: Content-Length and chunked bodies.
 */
final class RawHttp implements AutoCloseable {
    /** Status and body of an answer. */
    record Answer(int status, String body) {}

    private final Socket socket;
    private final InputStream in;
    private final String host;

    RawHttp(URI base) {
        try {
            socket = new Socket(base.getHost(), base.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
            host = base.getAuthority();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer get(String path, String token) {
        return exchange("GET", path, token, null, null);
    }

    Answer post(String path, String token, String json, String idempotencyKey) {
        return exchange("POST", path, token, json, idempotencyKey);
    }

    /** For whoever asks for no token. */
    Answer post(String path, String json) {
        return exchange("POST", path, null, json, null);
    }

    Answer exchange(
            String method,
            String path,
            @Nullable String token,
            @Nullable String json,
            @Nullable String idempotencyKey) {
        try {
            var body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
            var head = new StringBuilder(512)
                    .append(method)
                    .append(' ')
                    .append(path)
                    .append(" HTTP/1.1\r\nHost: ")
                    .append(host)
                    .append("\r\n");
            if (token != null) {
                head.append("Authorization: Bearer ").append(token).append("\r\n");
            }
            if (json != null) {
                head.append("Content-Type: application/json\r\nContent-Length: ")
                        .append(body.length)
                        .append("\r\n");
            }
            if (idempotencyKey != null) {
                head.append("Idempotency-Key: ").append(idempotencyKey).append("\r\n");
            }
            var headBytes = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
            var request = new byte[headBytes.length + body.length];
            System.arraycopy(headBytes, 0, request, 0, headBytes.length);
            System.arraycopy(body, 0, request, headBytes.length, body.length);
            socket.getOutputStream().write(request);
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
                chunked = true;
            }
        }
        if (!chunked) {
            return new Answer(status, new String(exactly(length), StandardCharsets.UTF_8));
        }
        var body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(new String(exactly(size), StandardCharsets.UTF_8));
            line();
        }
        line();
        return new Answer(status, body.toString());
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("answer cut short");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("connection closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException closedAlready) {
            // nothing is lost with it
        }
    }
}
