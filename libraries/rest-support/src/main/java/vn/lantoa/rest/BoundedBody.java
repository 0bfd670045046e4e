package vn.lantoa.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body of undeclared length that may not go on for ever. */
class BoundedBody extends FilterInputStream {
    private final long max;
    private long seen;

    BoundedBody(InputStream body, long max) {
        super(body);
        this.max = max;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        seen += read;
        if (seen > max) {
            throw new ProblemException(Problem.of("body-too-large", 413, max));
        }
    }
}
