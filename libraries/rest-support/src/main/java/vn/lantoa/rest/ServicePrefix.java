package vn.lantoa.rest;

import org.eclipse.microprofile.config.ConfigProvider;

/** The path under which this service serves its API: {@code /api/units/v1}. */
final class ServicePrefix {
    private ServicePrefix() {}

    static String value() {
        var path = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.rest.path", String.class)
                .orElse("/");
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    static String path(String below) {
        return value() + (below.startsWith("/") ? below : "/" + below);
    }
}
