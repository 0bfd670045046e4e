package vn.lantoa.rest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;

/** A refusal on its way to the client, before it is put into words. */
record Problem(
        String code,
        int status,
        List<Object> args,
        List<FieldError> errors,
        @Nullable String legalRef,
        Map<String, String> headers) {

    static Problem of(String code, int status, Object... args) {
        return new Problem(code, status, List.of(args), List.of(), null, Map.of());
    }

    static Problem invalidRequest(List<FieldError> errors) {
        return new Problem("invalid-request", 400, List.of(), List.copyOf(errors), null, Map.of());
    }

    static Problem tooManyRequests(int waitSeconds) {
        return of("too-many-requests", 429).retryAfter(waitSeconds);
    }

    Problem with(Map<String, String> moreHeaders) {
        return new Problem(code, status, args, errors, legalRef, moreHeaders);
    }

    Problem at(List<FieldError> fields) {
        return new Problem(code, status, args, List.copyOf(fields), legalRef, headers);
    }

    Problem retryAfter(int seconds) {
        return with(Map.of("Retry-After", Integer.toString(seconds)));
    }
}
