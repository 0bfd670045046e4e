package vn.lantoa.rest;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Refuses a request before it reaches the REST layer, in the same words. */
@Singleton
class EdgeAnswers {
    private final ProblemJson problems;

    EdgeAnswers(ProblemJson problems) {
        this.problems = problems;
    }

    void refuse(RoutingContext context, Problem problem) {
        var response = context.response();
        if (response.headWritten() || response.ended()) {
            return;
        }
        var language = Languages.of(context.request().getHeader("Accept-Language"));
        UUID id = context.get(HttpEdge.REQUEST_ID);
        var body = problems.write(problem, language, context.request().path(), id == null ? Ids.next() : id);
        problem.headers().forEach(response::putHeader);
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemJson.TYPE)
                .putHeader("Content-Language", language.toLanguageTag())
                .end(Buffer.buffer(body));
    }
}
