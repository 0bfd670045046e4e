package vn.lantoa.rest.contract;

import org.jspecify.annotations.Nullable;

/**
 * What a status means everywhere.
 *
 * @param part its name among the components
 * @param code problem of the example, null where there is no body
 * @param pointer wrong field of the example with its code
 */
record Refusal(
        int status,
        String part,
        String description,
        @Nullable String code,
        @Nullable String pointer,
        @Nullable String fieldCode) {

    static Refusal of(int status) {
        return switch (status) {
            case 304 -> new Refusal(304, "NotModified", "The caller holds the present state.", null, null, null);
            case 400 ->
                new Refusal(
                        400,
                        "InvalidRequest",
                        "A parameter or field is missing, unknown or has the wrong shape; `errors` names each.",
                        "invalid-request",
                        "/name",
                        "required");
            case 401 -> plain(401, "Unauthenticated", "No access token, or one that is not valid.", "unauthenticated");
            case 403 ->
                plain(403, "Forbidden", "The caller lacks the permission, or not for this unit.", "outside-your-units");
            case 404 ->
                plain(404, "NotFound", "There is none, or its existence is not the caller's to know.", "not-found");
            case 406 -> plain(406, "NotAcceptable", "`Accept` names no type that there is.", "not-acceptable");
            case 409 ->
                plain(
                        409,
                        "Conflict",
                        "The state of things refuses it: a rule of the life cycle, something unique that there is already,"
                                + " or the same request under way (then with `Retry-After`).",
                        "request-in-progress");
            case 412 -> plain(412, "StaleVersion", "Changed since the state that `If-Match` names.", "stale-version");
            case 413 -> plain(413, "BodyTooLarge", "The body is larger than 1 MiB.", "body-too-large");
            case 415 ->
                plain(415, "UnsupportedMediaType", "The body is not of a type read here.", "unsupported-media-type");
            case 422 ->
                new Refusal(
                        422,
                        "Invalid",
                        "Well formed but without meaning: unknown codes, reversed periods, an idempotency key used for"
                                + " another request.",
                        "period-reversed",
                        "/validTo",
                        "period-reversed");
            case 428 -> plain(428, "IfMatchRequired", "`If-Match` is missing.", "if-match-required");
            case 429 -> plain(429, "TooManyRequests", "Asked too often.", "too-many-requests");
            case 500 -> plain(500, "InternalError", "A fault of the service.", "internal-error");
            case 503 ->
                plain(
                        503,
                        "Unavailable",
                        "Not now: the database is away, or a replica has not heard of it yet.",
                        "database-away");
            default -> throw new IllegalArgumentException("No refusal for " + status);
        };
    }

    private static Refusal plain(int status, String part, String description, String code) {
        return new Refusal(status, part, description, code, null, null);
    }
}
