package vn.lantoa.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Reads {@code lantoa.service} from the application's properties before Quarkus does. */
final class ApplicationName {

    private ApplicationName() {}

    static String ofService() {
        try (InputStream file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("application.properties")) {
            Properties properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            return properties.getProperty("lantoa.service", "sample");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
