package vn.lantoa.rest;

import java.io.IOException;
import java.io.OutputStream;

/** A file as an answer, written while it is on its way. Return it in a {@code RestResponse} that names its media type. */
public final class Download {
    private final Content content;

    public Download(Content content) {
        this.content = content;
    }

    /** What fills the file. What it throws breaks the answer off, so that nobody takes half a file for a whole one. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws Exception;
    }

    void write(OutputStream out) throws IOException {
        try {
            content.write(out);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
