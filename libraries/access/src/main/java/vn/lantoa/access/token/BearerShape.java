package vn.lantoa.access.token;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * What is no signed token by its looks reaches no parser: it is replaced by an empty token, which is refused as any other
 * that is not valid. So is one of two: which of them would be believed is nobody's guess.
 */
@Singleton
class BearerShape {
    private static final String HEADER = "Authorization";
    private static final String SCHEME = "bearer ";
    /** Behind the ids of requests, before tokens are looked at. */
    private static final int BEFORE_AUTHENTICATION = 900;

    private static final int LONGEST = 8_192;
    private static final int PARTS = 3;
    private static final String NEVER_VALID = "Bearer e30.e30.AA";

    void filters(@Observes Filters filters) {
        filters.register(
                context -> {
                    refuseShapeless(context.request());
                    context.next();
                },
                BEFORE_AUTHENTICATION);
    }

    private static void refuseShapeless(HttpServerRequest request) {
        var given = request.headers().getAll(HEADER);
        if (given.size() > 1 || (given.size() == 1 && isShapeless(given.getFirst()))) {
            request.headers().set(HEADER, NEVER_VALID);
        }
    }

    private static boolean isShapeless(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        return header.length() > LONGEST
                || !isSigned(header.substring(SCHEME.length()).strip());
    }

    /** Three parts of base64url, none of them empty; a loop, since every request passes here. */
    private static boolean isSigned(String token) {
        int parts = 1;
        int length = 0;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c == '.') {
                if (length == 0 || ++parts > PARTS) {
                    return false;
                }
                length = 0;
            } else if ((c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_') {
                length++;
            } else {
                return false;
            }
        }
        return parts == PARTS && length > 0;
    }
}
