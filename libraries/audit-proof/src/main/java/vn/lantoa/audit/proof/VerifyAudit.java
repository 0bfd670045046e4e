package vn.lantoa.audit.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code java -jar lantoa-audit-proof.jar EXPORT}: needs neither database nor network. */
public final class VerifyAudit {
    static final int SOUND = 0;
    static final int UNSOUND = 1;
    static final int MISUSED = 2;

    private static final String USAGE = """
            verify-audit EXPORT [--heads FILE]… [--key KEY]… [--earlier EXPORT]

              EXPORT     tệp xuất nhật ký kiểm toán / export of an audit trail (.jsonl.gz)
              --heads    niêm phong đã lưu bên ngoài / heads that were kept outside
              --key      khóa công khai được tin, thay cho khóa trong tệp / a key to trust instead of those in the file
              --earlier  bản xuất trước để so từng bản ghi / an earlier export to compare entry by entry

            0: nguyên vẹn / sound   1: có sai khác / something differs   2: sai cú pháp / misused""";

    private VerifyAudit() {}

    public static void main(String[] arguments) {
        var out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out));
    }

    static int run(String[] arguments, PrintStream out) {
        Path export = null;
        Path earlier = null;
        var keys = new ArrayList<VerifyingKey>();
        var kept = new ArrayList<String>();
        try {
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "--heads" -> kept.addAll(heads(arguments[++i]));
                    case "--key" -> keys.add(VerifyingKey.of(arguments[++i]));
                    case "--earlier" -> earlier = Path.of(arguments[++i]);
                    default -> {
                        if (arguments[i].startsWith("-") || export != null) {
                            throw new IllegalArgumentException(arguments[i]);
                        }
                        export = Path.of(arguments[i]);
                    }
                }
            }
            if (export == null) {
                throw new IllegalArgumentException("EXPORT?");
            }
            return verify(export, earlier, keys, kept, out);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            out.println(e.getMessage());
            out.println(USAGE);
            return MISUSED;
        } catch (IOException e) {
            out.println("Không đọc được / cannot be read: " + e.getMessage());
            return MISUSED;
        }
    }

    /** Who holds a log against heads must not be told that it is sound when there were none. */
    private static List<String> heads(String file) throws IOException {
        var notes = Head.notes(Files.readString(Path.of(file), StandardCharsets.UTF_8));
        if (notes.isEmpty()) {
            throw new IllegalArgumentException("Không có niêm phong nào trong / no head in " + file);
        }
        return notes;
    }

    private static int verify(
            Path export, @Nullable Path earlier, List<VerifyingKey> keys, List<String> kept, PrintStream out)
            throws IOException {
        long begun = System.nanoTime();
        var result = new Verification(keys, kept, earlier).of(export);
        out.printf(
                "%s: %,d bản ghi, %,d niêm phong / %,d entries, %,d heads, %.1f s%n",
                result.origin(),
                result.entries(),
                result.heads(),
                result.entries(),
                result.heads(),
                (System.nanoTime() - begun) / 1e9);
        if (result.last() != null) {
            out.println("Niêm phong cuối / last head: " + result.last().size() + ", "
                    + result.last().at());
        }
        if (keys.isEmpty()) {
            out.println("Khóa lấy từ chính tệp xuất; hãy so với khóa đã công bố (--key)."
                    + " / Keys are those of the export itself: compare them with the published ones (--key).");
        }
        retirements(result, earlier, out);
        result.findings().forEach(out::println);
        out.println(verdict(result, !keys.isEmpty()));
        return result.sound() ? SOUND : UNSOUND;
    }

    /** What is not in the trail any more is only as good as the file that holds it. */
    private static void retirements(Verification.Result result, @Nullable Path earlier, PrintStream out)
            throws IOException {
        if (result.retirements().isEmpty()) {
            return;
        }
        var file = earlier == null ? "" : sha256(earlier);
        for (var each : result.retirements()) {
            out.println("Đã rút ra tệp lưu trữ / retired into a file: " + each.stretch() + " (#" + each.position() + ")"
                    + (each.stretch().export().equals(file) ? ", --earlier" : ""));
        }
        out.println("Các bản ghi đó chỉ còn trong tệp có SHA-256 trên; hãy kiểm tra cả tệp ấy (--earlier)."
                + " / Those entries are only in the files with these SHA-256: verify them too (--earlier).");
    }

    private static String verdict(Verification.Result result, boolean trusted) {
        if (!result.sound()) {
            return "CÓ SAI KHÁC / NOT SOUND";
        }
        return trusted
                ? "NGUYÊN VẸN / SOUND"
                : "NGUYÊN VẸN, nếu khóa trong tệp là khóa đã công bố / SOUND, if the keys in the file are the published ones";
    }

    private static String sha256(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = Hashes.sha256();
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = in.read(buffer)) > 0) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
