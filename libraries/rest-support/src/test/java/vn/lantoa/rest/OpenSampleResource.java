package vn.lantoa.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What needs no login and is no page of the public. */
@Path("/open-samples")
public class OpenSampleResource {
    @GET
    @PermitAll
    @Scoped(Covers.PUBLIC)
    public void names() {}
}
