package vn.lantoa.audit.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail as it is hashed: one line of JSON whose members, their order and their writing are fixed. The
 * bytes are what a leaf holds, what an export shows, and what the verifier reads.
 *
 * @param at to the microsecond, as the database keeps it
 * @param before as the database writes its jsonb; sealed components are ciphertext in it
 * @param xid number of the transaction
 */
public record CanonicalEntry(
        UUID id,
        Instant at,
        String account,
        @Nullable UUID person,
        @Nullable UUID actingFor,
        String action,
        String entity,
        UUID entityId,
        @Nullable String before,
        @Nullable String after,
        @Nullable UUID subject,
        @Nullable UUID requestId,
        @Nullable String traceId,
        String xid) {

    static final String BEGIN = "{\"id\":\"";
    static final String XID = ",\"xid\":\"";
    static final String END = "\"}";
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    public String text() {
        var out = new StringBuilder(512);
        out.append(BEGIN).append(id).append("\",\"at\":\"");
        MICROS.formatTo(at, out);
        out.append("\",\"account\":");
        quote(out, account);
        member(out, "person", person);
        member(out, "actingFor", actingFor);
        out.append(",\"action\":");
        quote(out, action);
        out.append(",\"entity\":");
        quote(out, entity);
        member(out, "entityId", entityId);
        out.append(",\"before\":").append(before).append(",\"after\":").append(after);
        member(out, "subject", subject);
        member(out, "requestId", requestId);
        out.append(",\"traceId\":");
        if (traceId == null) {
            out.append("null");
        } else {
            quote(out, traceId);
        }
        return out.append(XID).append(xid).append(END).toString();
    }

    private static void member(StringBuilder out, String name, @Nullable UUID id) {
        out.append(",\"").append(name).append("\":");
        if (id == null) {
            out.append("null");
        } else {
            out.append('"').append(id).append('"');
        }
    }

    /** As a JSON string; only what must be escaped is. */
    static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> {
                    if (c < ' ') {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
