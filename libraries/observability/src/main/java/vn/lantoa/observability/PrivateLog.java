package vn.lantoa.observability;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * While a request or an event is worked on, exceptions are logged without their messages: drivers, parsers and we ourselves
 * put values into them, and values are of persons. Kind and place of the failure remain; the answer and the audit tell the
 * rest to those who may know. Failures of the service itself (start, jobs, connections) keep their messages.
 */
@LoggingFilter(name = "lantoa-private")
public final class PrivateLog implements Filter {
    /** Names the address as it was called, query and all. */
    private static final String OUTSIDE_OF_THE_API = "io.quarkus.vertx.http.runtime.QuarkusErrorHandler";

    @Override
    public boolean isLoggable(LogRecord line) {
        if (OUTSIDE_OF_THE_API.equals(line.getLoggerName())) {
            line.setMessage("A request failed outside of the API");
            line.setParameters(new Object[0]);
        }
        var thrown = line.getThrown();
        if (thrown != null && !(thrown instanceof Wordless) && LogContext.isOnBehalfOfSomebody()) {
            line.setThrown(Wordless.of(thrown));
        }
        return true;
    }
}
