package vn.lantoa.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lantoa.problems.FieldError;

/** Refusals of the REST layer: unknown paths, methods, media types, parameters of the wrong kind. */
@Singleton
class HttpProblems {
    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "invalid-request"),
            Map.entry(401, "unauthenticated"),
            Map.entry(403, "forbidden"),
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-allowed"),
            Map.entry(406, "not-acceptable"),
            Map.entry(409, "concurrent-change"),
            Map.entry(412, "stale-version"),
            Map.entry(413, "body-too-large"),
            Map.entry(415, "unsupported-media-type"),
            Map.entry(428, "if-match-required"),
            Map.entry(429, "too-many-requests"),
            Map.entry(503, "unavailable"));

    private final RequestParameters parameters;
    private final AllowedMethods allowed;
    private final UriInfo uri;

    HttpProblems(RequestParameters parameters, AllowedMethods allowed, UriInfo uri) {
        this.parameters = parameters;
        this.allowed = allowed;
        this.uri = uri;
    }

    Problem of(WebApplicationException refusal, Causes causes) {
        var wrong = causes.first(WrongParameterException.class);
        if (wrong.isPresent()) {
            return wrongParameter(
                    parameters.named(wrong.get().text()), wrong.get().code());
        }
        var status = refusal.getResponse().getStatus();
        // the REST layer says 404 to a number that is none; an unknown path has no cause
        if (refusal.getCause() instanceof RuntimeException unreadable && (status == 404 || status == 400)) {
            return wrongParameter(parameters.mentionedIn(String.valueOf(unreadable.getMessage())), "invalid-value");
        }
        var code = CODES.get(status);
        return code == null ? Problems.INTERNAL : Problem.of(code, status).with(headers(refusal.getResponse()));
    }

    private static Problem wrongParameter(List<String> pointers, String code) {
        var errors = new ArrayList<FieldError>();
        pointers.forEach(pointer -> errors.add(FieldError.at(pointer, code)));
        return Problem.invalidRequest(errors);
    }

    private Map<String, String> headers(Response response) {
        var kept = new HashMap<String, String>();
        for (var name :
                List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.ACCEPT)) {
            var value = response.getHeaderString(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        // the REST layer says Allow, but not what
        if (response.getStatus() == 405) {
            kept.put(HttpHeaders.ALLOW, allowed.on(uri.getRequestUri().getPath()));
        }
        return kept;
    }
}
