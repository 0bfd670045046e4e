package vn.lantoa.rest;

import org.jspecify.annotations.Nullable;

/** Strong tags of versioned representations. */
final class ETags {
    private ETags() {}

    static String of(Versioned view) {
        var variant = view.variant();
        return "\"" + view.version() + (variant.isEmpty() ? "" : "@" + variant) + "\"";
    }

    /** Whether an If-None-Match names the tag (weak comparison, as RFC 9110 wants it). */
    static boolean named(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String one : ifNoneMatch.split(",", -1)) {
            var bare = one.strip();
            if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
