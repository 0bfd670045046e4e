package vn.lantoa.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import org.junit.jupiter.api.Test;

/** The samples carry no {@code @Path}: the application of the other tests would refuse to start with such a resource. */
class EndpointGuardTest {
    @Test
    void everyMethodThatHandlesRequestsMustSayWhoMayCallIt() {
        assertThat(EndpointGuard.undeclared(Careful.class)).isEmpty();
        assertThat(EndpointGuard.undeclared(Careless.class)).containsExactly("Careless.saysNothing");
    }

    public static class Careful {
        @GET
        @PermitAll
        public void open() {}

        @POST
        @PermissionsAllowed("unit.register")
        public void register() {}

        public void handlesNoRequest() {}
    }

    public static class Careless {
        @GET
        public void saysNothing() {}
    }
}
