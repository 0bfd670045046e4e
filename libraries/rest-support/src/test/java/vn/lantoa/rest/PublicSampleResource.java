package vn.lantoa.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Something for everybody. */
@Path("/public/samples")
public class PublicSampleResource {
    @GET
    @PermitAll
    public SampleView shown() {
        return null;
    }
}
