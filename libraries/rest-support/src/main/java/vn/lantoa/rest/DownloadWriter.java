package vn.lantoa.rest;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Writes a file as it comes. One that fails before anything went out is answered with a problem; of one that fails on its way
 * the connection breaks, or whoever takes it would have half a file for a whole one, with a problem at its end.
 */
@Provider
@Produces(MediaType.WILDCARD)
class DownloadWriter implements MessageBodyWriter<Download> {
    private static final int BUFFER = 64 * 1024;

    private final CurrentVertxRequest current;

    DownloadWriter(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Download.class;
    }

    @Override
    public void writeTo(
            Download download,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        var buffered = new BufferedOutputStream(new Unclosed(out), BUFFER);
        try {
            download.write(buffered);
            buffered.flush();
        } catch (IOException | RuntimeException e) {
            breakOff();
            throw e;
        }
    }

    /**
     * A stream of HTTP/2 can be reset. On HTTP/1.1 a reset takes its place in a queue that what the framework writes next, a
     * problem and the end of the answer, may overtake: there the channel is closed first, and waited for.
     */
    private void breakOff() {
        var request = current.getCurrent().request();
        if (!request.response().headWritten()) {
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            ((ConnectionBase) request.connection()).channel().close().awaitUninterruptibly();
        }
    }

    /** The stream of the answer is closed by whoever opened it. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
