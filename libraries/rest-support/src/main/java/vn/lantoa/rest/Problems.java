package vn.lantoa.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.io.CharConversionException;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.DomainException;
import vn.lantoa.problems.Forbidden;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.NotFound;
import vn.lantoa.problems.PreconditionMissing;
import vn.lantoa.problems.Stale;
import vn.lantoa.problems.StepUpNeeded;
import vn.lantoa.problems.Unavailable;

/** What any exception means to the client. What nobody foresaw is an internal error and says no more than that. */
@Singleton
class Problems {
    static final Problem INTERNAL = Problem.of("internal-error", 500);
    private static final Problem UNAUTHENTICATED =
            Problem.of("unauthenticated", 401).with(Map.of("WWW-Authenticate", "Bearer"));

    private final JsonProblems json;
    private final ViolationProblems violations;
    private final DatabaseProblems database;
    private final HttpProblems http;

    Problems(JsonProblems json, ViolationProblems violations, DatabaseProblems database, HttpProblems http) {
        this.json = json;
        this.violations = violations;
        this.database = database;
        this.http = http;
    }

    Problem of(Throwable thrown) {
        var causes = new Causes(thrown);
        var own = causes.first(ProblemException.class);
        if (own.isPresent()) {
            return own.get().problem();
        }
        var domain = causes.first(DomainException.class);
        if (domain.isPresent()) {
            return of(domain.get());
        }
        var violation = causes.first(ConstraintViolationException.class);
        if (violation.isPresent()) {
            return violations.of(violation.get());
        }
        // Netty is asked for keys of tokens only; the database is reached otherwise
        if (causes.each(ConnectException.class)
                .anyMatch(it -> it.getClass().getName().startsWith("io.netty."))) {
            return Problem.of("identity-provider-away", 503).retryAfter(5);
        }
        var fromDatabase = database.of(causes);
        if (fromDatabase.isPresent()) {
            return fromDatabase.get();
        }
        if (causes.first(UnauthorizedException.class).isPresent()
                || causes.first(AuthenticationException.class).isPresent()) {
            return UNAUTHENTICATED;
        }
        if (causes.first(SecurityException.class).isPresent()) {
            return Problem.of("forbidden", 403);
        }
        var badJson = causes.first(JsonProcessingException.class);
        if (badJson.isPresent() && json.isTheClients(thrown, badJson.get())) {
            return json.of(badJson.get());
        }
        if (causes.first(CharConversionException.class).isPresent()) {
            return Problem.of("malformed-json", 400);
        }
        return causes.first(WebApplicationException.class)
                .map(web -> http.of(web, causes))
                .orElse(INTERNAL);
    }

    private static Problem of(DomainException refusal) {
        return switch (refusal) {
            case NotFound it -> problem(it, 404);
            case Conflict it -> problem(it, 409);
            case Invalid it -> problem(it, 422);
            case Forbidden it -> problem(it, 403);
            case Stale it -> problem(it, 412);
            case PreconditionMissing it -> problem(it, 428);
            case StepUpNeeded it -> problem(it, 401).with(Map.of("WWW-Authenticate", it.challenge()));
            case Unavailable it -> problem(it, 503).retryAfter(it.retryAfterSeconds());
        };
    }

    private static Problem problem(DomainException refusal, int status) {
        return new Problem(
                refusal.code(),
                status,
                List.copyOf(refusal.args()),
                refusal.errors(),
                refusal.legalRef().orElse(null),
                Map.of());
    }
}
