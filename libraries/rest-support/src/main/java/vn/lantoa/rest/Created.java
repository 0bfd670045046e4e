package vn.lantoa.rest;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** 201 with Location and the new resource. */
public final class Created {
    private Created() {}

    /** @param location path below the service's prefix, such as {@code /units/0198…}; sent as {@code /api/units/v1/units/0198…} */
    public static <T> RestResponse<T> at(String location, T view) {
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.CREATED)
                .header(HttpHeaders.LOCATION, ServicePrefix.path(location))
                .entity(view)
                .build();
    }
}
