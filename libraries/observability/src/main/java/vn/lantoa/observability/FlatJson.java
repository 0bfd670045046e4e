package vn.lantoa.observability;

import io.quarkus.logging.json.runtime.JsonFormatter;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;

/** Lines as JSON carry the ids of request and trace beside time and level, not in an object of their own. */
@Singleton
class FlatJson {
    private static final int FIRST = 1;

    private final String service;

    FlatJson(@ConfigProperty(name = "lantoa.service") String service) {
        this.service = service;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent start) {
        handlers(Logger.getLogger("")).forEach(handler -> {
            if (handler.getFormatter() instanceof JsonFormatter configured) {
                handler.setFormatter(new Format(configured, service));
            }
        });
    }

    private static Stream<Handler> handlers(Logger root) {
        return Arrays.stream(root.getHandlers()).flatMap(FlatJson::withInner);
    }

    private static Stream<Handler> withInner(Handler handler) {
        return handler instanceof ExtHandler outer
                ? Stream.concat(
                        Stream.of(handler), Arrays.stream(outer.getHandlers()).flatMap(FlatJson::withInner))
                : Stream.of(handler);
    }

    static final class Format extends JsonFormatter {
        private final String service;

        Format(JsonFormatter configured, String service) {
            super(configured.getKeyOverrides(), configured.getExcludedKeys(), Map.of());
            this.service = service;
            setExceptionOutputType(configured.getExceptionOutputType());
        }

        @Override
        protected void after(Generator generator, ExtLogRecord line) throws Exception {
            generator.add("service", service);
            for (var each : line.getMdcCopy().entrySet()) {
                generator.add(each.getKey(), each.getValue());
            }
        }
    }
}
