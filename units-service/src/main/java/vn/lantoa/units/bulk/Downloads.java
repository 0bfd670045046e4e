package vn.lantoa.units.bulk;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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
import java.sql.SQLException;
import org.jboss.resteasy.reactive.RestResponse;
import vn.lantoa.sql.SqlFailure;

/** Answers that are files, written while they are on their way. */
@Provider
@Produces({FileFormat.COMMA_SEPARATED, FileFormat.SPREADSHEET})
public class Downloads implements MessageBodyWriter<Download> {
    private static final int BUFFER = 64 * 1024;

    static RestResponse<Download> of(String name, FileFormat format, Download.Content content) {
        return RestResponse.ResponseBuilder.ok(new Download(content))
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + "." + format.extension() + "\"")
                .build();
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Download.class;
    }

    @Override
    public void writeTo(
            Download content,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        var buffered = new BufferedOutputStream(new Unclosed(out), BUFFER);
        try {
            content.write(buffered);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
        buffered.flush();
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
