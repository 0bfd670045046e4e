package vn.lantoa.rest;

import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.PreconditionMissing;
import vn.lantoa.problems.Stale;

/** The precondition of PATCH, DELETE and acts on an existing resource. */
public final class IfMatch {
    private IfMatch() {}

    /**
     * @param header value of {@code If-Match} as the client sent it
     * @param version what the resource is at now
     * @throws PreconditionMissing 428 without a header
     * @throws Stale 412 when no tag names this version; the part of a tag behind {@code @} does not count
     */
    public static void require(@Nullable String header, long version) {
        if (header == null || header.isBlank()) {
            throw new PreconditionMissing();
        }
        for (String tag : header.split(",", -1)) {
            var bare = tag.strip();
            if (bare.equals("*") || bare.replace("\"", "").split("@", 2)[0].equals(Long.toString(version))) {
                return;
            }
        }
        throw new Stale(version);
    }
}
