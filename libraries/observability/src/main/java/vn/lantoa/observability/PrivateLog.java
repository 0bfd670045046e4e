package vn.lantoa.observability;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * While a request or an event is worked on, exceptions are logged without their messages: drivers, parsers and we ourselves
 * put values into them, and values are of persons. Kind and place of the failure remain; the answer and the audit tell the
 * rest to those who may know. Failures of the service itself (start, jobs, connections) keep their messages. A line is one
 * line, whatever was put into it: see {@link OneLine}.
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
        oneLine(line);
        return true;
    }

    /** Whether the message holds %s or {0} stays as it was. */
    private static void say(LogRecord line, String message) {
        if (line instanceof ExtLogRecord formatted) {
            formatted.setMessage(message, formatted.getFormatStyle());
        } else {
            line.setMessage(message);
        }
    }

    private static void oneLine(LogRecord line) {
        var message = line.getMessage();
        if (message != null) {
            var plain = OneLine.message(message);
            if (!plain.equals(message)) {
                say(line, plain);
            }
        }
        var values = line.getParameters();
        if (values == null || values.length == 0) {
            return;
        }
        @Nullable Object[] plain = new Object[values.length];
        boolean changed = false;
        for (int i = 0; i < values.length; i++) {
            plain[i] = OneLine.value(values[i]);
            changed |= plain[i] != values[i];
        }
        if (changed) {
            line.setParameters(plain);
        }
    }
}
