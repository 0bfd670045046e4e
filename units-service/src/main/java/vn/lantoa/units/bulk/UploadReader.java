package vn.lantoa.units.bulk;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Takes a file from the network straight to disk. */
@Provider
@Consumes({FileFormat.COMMA_SEPARATED, FileFormat.SPREADSHEET})
public class UploadReader implements MessageBodyReader<Upload> {
    private final Uploads uploads;

    UploadReader(Uploads uploads) {
        this.uploads = uploads;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Upload.class;
    }

    @Override
    public Upload readFrom(
            Class<Upload> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var file = Files.createTempFile("lantoa-upload", ".part");
        try (var out = new DigestOutputStream(Files.newOutputStream(file), sha256())) {
            body.transferTo(out);
            out.flush();
            var digest = HexFormat.of().formatHex(out.getMessageDigest().digest());
            return uploads.keepUntilTheEnd(new Upload(file, FileFormat.of(mediaType), digest));
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(file);
            throw broken;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
