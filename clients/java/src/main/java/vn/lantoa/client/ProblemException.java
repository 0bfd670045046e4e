package vn.lantoa.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service refused: RFC 9457 problem details, or only the status when something between us and the service answered. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String PREFIX = "urn:lantoa:problem:";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final transient JsonNode problem;
    private final @Nullable Duration retryAfter;

    /** What is wrong with one part of the request; the pointer is a JSON pointer, {@code ?name} or {@code {name}}. */
    public record FieldError(String pointer, String code, String detail) {}

    private ProblemException(String message, int status, JsonNode problem, @Nullable Duration retryAfter) {
        super(message);
        this.status = status;
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    static ProblemException read(HttpRequest request, int status, HttpHeaders headers, String body) {
        JsonNode problem;
        try {
            problem = body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            problem = MissingNode.getInstance();
        }
        var text = problem.hasNonNull("type") ? problem.toString() : body;
        return new ProblemException(
                request.method() + " " + request.uri() + ": " + status + " " + text,
                status,
                problem,
                headers.firstValue("Retry-After").map(ProblemException::seconds).orElse(null));
    }

    private static @Nullable Duration seconds(String header) {
        try {
            return Duration.ofSeconds(Long.parseLong(header.strip()));
        } catch (NumberFormatException date) {
            return Duration.ZERO;
        }
    }

    public int status() {
        return status;
    }

    /** The last part of the type, such as {@code stale-version}; empty when no problem came with the status. */
    public String code() {
        var type = problem.path("type").asText();
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
    }

    /** One line for a person, in the language asked for. */
    public String title() {
        return problem.path("title").asText();
    }

    /** What exactly is wrong, for a person. */
    public String detail() {
        return problem.path("detail").asText();
    }

    /** The article that refuses, where a rule of law does. */
    public Optional<String> legalRef() {
        return problem.hasNonNull("legalRef")
                ? Optional.of(problem.path("legalRef").asText())
                : Optional.empty();
    }

    /** What is wrong with which part of the request. */
    public List<FieldError> errors() {
        var all = new ArrayList<FieldError>();
        for (var one : problem.path("errors")) {
            all.add(new FieldError(
                    one.path("pointer").asText(),
                    one.path("code").asText(),
                    one.path("detail").asText()));
        }
        return List.copyOf(all);
    }

    /** When it may be worth asking again. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The whole problem: types may carry members of their own. */
    public JsonNode json() {
        return problem;
    }
}
