package vn.lantoa.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.lantoa.observability.Wordless;
import vn.lantoa.problems.DomainException;

/** Every exception that leaves a resource becomes problem+json here. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final Problems problems;
    private final ProblemJson json;
    private final CurrentRequest request;
    private final FailedAuthentication failures;
    private final ForeignCursors cursors;

    ProblemMappers(
            Problems problems,
            ProblemJson json,
            CurrentRequest request,
            FailedAuthentication failures,
            ForeignCursors cursors) {
        this.problems = problems;
        this.json = json;
        this.request = request;
        this.failures = failures;
        this.cursors = cursors;
    }

    // the specific ones stand here because the framework brings a mapper for each of them
    @ServerExceptionMapper({
        Throwable.class,
        WebApplicationException.class,
        NotFoundException.class,
        DomainException.class,
        ProblemException.class,
        ValidationException.class,
        ConstraintViolationException.class,
        JsonProcessingException.class,
        MismatchedInputException.class,
        UnauthorizedException.class,
        ForbiddenException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class,
        AuthenticationRedirectException.class
    })
    public Response problem(Throwable thrown) {
        var problem = failures.counted(meaning(thrown), request.context());
        if (problem.status() >= 500 && problem.status() != 503 && !request.isGone()) {
            LOG.errorf(Wordless.of(thrown), "Request %s failed", request.requestId());
        }
        var answer = Response.status(problem.status())
                .type(ProblemJson.TYPE)
                .header("Content-Language", request.language().toLanguageTag())
                .entity(new JsonBytes(json.write(problem, request.language(), request.path(), request.requestId())));
        problem.headers().forEach(answer::header);
        return answer.build();
    }

    private Problem meaning(Throwable thrown) {
        var problem = problems.of(thrown);
        return problem.equals(Problems.INTERNAL) ? cursors.of(thrown).orElse(problem) : problem;
    }

    @ServerExceptionMapper(RepeatedException.class)
    public Response repeated(RepeatedException repeated) {
        return repeated.answer().toResponse();
    }
}
