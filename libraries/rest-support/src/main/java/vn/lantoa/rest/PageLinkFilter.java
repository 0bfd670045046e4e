package vn.lantoa.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** {@code Link: <…>; rel="next"} of a page: the same request with the cursor of the next page. */
@Provider
class PageLinkFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Page<?> page) || page.next() == null) {
            return;
        }
        var next = request.getUriInfo()
                .getRequestUriBuilder()
                .replaceQueryParam("cursor", page.next())
                .build();
        response.getHeaders()
                .add(HttpHeaders.LINK, "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
    }
}
