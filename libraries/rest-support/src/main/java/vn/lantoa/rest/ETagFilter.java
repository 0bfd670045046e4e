package vn.lantoa.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Sends the tag of versioned representations, and 304 where the client holds this one already. */
@Provider
class ETagFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= 300 || !(response.getEntity() instanceof Versioned view)) {
            return;
        }
        var tag = ETags.of(view);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        if (isRead(request.getMethod()) && ETags.named(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    private static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }
}
