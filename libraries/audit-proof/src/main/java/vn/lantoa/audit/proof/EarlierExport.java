package vn.lantoa.audit.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An export that was taken before, read beside the present one: what it holds must still be there, and be the same. */
final class EarlierExport implements AutoCloseable {
    private static final String WHICH = "--earlier";

    private final ExportLines lines;
    private final Consumer<Finding> findings;
    private final Hashes hashes = new Hashes();
    private final List<String> heads = new ArrayList<>();
    private ExportLines.Line.@Nullable Leaf next;
    private long position;
    private boolean ended;

    /** @throws BrokenExport when it is not even the beginning of a file that can be read */
    EarlierExport(Path file, Consumer<Finding> findings) throws IOException, BrokenExport {
        this.lines = new ExportLines(file);
        this.findings = findings;
        advance();
    }

    /** Nobody could change them with the present log. */
    List<String> heads() {
        return heads;
    }

    private void advance() throws IOException {
        next = null;
        try {
            ExportLines.Line line;
            while ((line = lines.next()) != null) {
                switch (line) {
                    case ExportLines.Line.SignedHead it -> heads.add(it.note());
                    case ExportLines.Line.Leaf it -> {
                        if (it.position() != position) {
                            throw new BrokenExport(lines.number());
                        }
                        position++;
                        next = it;
                        return;
                    }
                    case ExportLines.Line.End it -> ended = it.size() == position;
                    default -> {
                        // of the present export, or nothing to compare
                    }
                }
            }
            if (!ended) {
                broken("the end is missing");
            }
        } catch (BrokenExport e) {
            broken(e.getMessage());
        }
    }

    private void broken(@Nullable String detail) {
        findings.accept(new Finding(Finding.Kind.BROKEN_FILE, -1, null, WHICH + ": " + detail));
    }

    /** The next leaf of the present export. */
    void compare(ExportLines.Line.Leaf leaf) throws IOException {
        var then = next;
        if (then == null) {
            return;
        }
        byte[] entry = then.entry();
        if (!Arrays.equals(then.hash(), leaf.hash())) {
            findings.accept(new Finding(Finding.Kind.DIFFERS, then.position(), then.id(), leaf.id()));
        } else if (entry != null && !Arrays.equals(hashes.leaf(entry), then.hash())) {
            findings.accept(new Finding(Finding.Kind.ALTERED, then.position(), then.id(), WHICH));
        }
        advance();
    }

    /** The present export is over. */
    void finish(long count) throws IOException {
        if (next == null) {
            return;
        }
        while (next != null) {
            advance();
        }
        findings.accept(new Finding(Finding.Kind.TRUNCATED, -1, null, count + " < " + position + " " + WHICH));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
