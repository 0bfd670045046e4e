package vn.lantoa.rest;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** 301: another resource stands for this one from now on. */
public final class Moved {
    private Moved() {}

    /** @param location path below the service's prefix, such as {@code /persons/0198…} */
    public static <T> RestResponse<T> to(String location, T view) {
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, ServicePrefix.path(location))
                .entity(view)
                .build();
    }
}
