package vn.lantoa.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class EndpointGuardTest {
    @Test
    void everyMethodThatHandlesRequestsMustSayWhoMayCallIt() {
        assertThat(EndpointGuard.undeclared(Careful.class)).isEmpty();
        assertThat(EndpointGuard.undeclared(Careless.class))
                .containsExactlyInAnyOrder("Careless.saysNothing", "Careless.saysTwoThings");
    }

    @Path("/careful")
    public static class Careful {
        @GET
        @PermitAll
        public void open() {}

        @POST
        @PermissionsAllowed("unit.register")
        public void register() {}

        public void handlesNoRequest() {}
    }

    @Path("/careless")
    public static class Careless {
        @GET
        public void saysNothing() {}

        @POST
        @PermitAll
        @Authenticated
        public void saysTwoThings() {}
    }
}
