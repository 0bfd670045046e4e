package vn.lantoa.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import org.junit.jupiter.api.Test;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Scoped;

/** The samples carry no {@code @Path}: the application of the other tests would refuse to start with such a resource. */
class EndpointGuardTest {
    @Test
    void everyMethodThatHandlesRequestsMustSayWhoMayCallIt() {
        assertThat(EndpointGuard.undeclared(Careful.class)).isEmpty();
        assertThat(EndpointGuard.undeclared(Careless.class)).containsExactly("Careless.saysNothing");
    }

    @Test
    void everyMethodThatHandlesRequestsMustSayWhatACallerReaches() {
        assertThat(EndpointGuard.unscoped(Careful.class)).isEmpty();
        assertThat(EndpointGuard.unscoped(Careless.class)).containsExactly("Careless.saysNothing");
    }

    @Test
    void theScopeFitsWhoMayCall() {
        assertThat(EndpointGuard.unscoped(Contradictory.class))
                .containsExactlyInAnyOrder(
                        "Contradictory.everybodyWithAPermission",
                        "Contradictory.anyAccountOfAUnit",
                        "Contradictory.anyAccountEverywhere",
                        "Contradictory.permissionForAccounts");
    }

    public static class Careful {
        @GET
        @PermitAll
        @Scoped(Covers.PUBLIC)
        public void open() {}

        @POST
        @PermissionsAllowed("unit.register")
        @Scoped(Covers.UNIT)
        public void register() {}

        @GET
        @Authenticated
        @Scoped(value = Covers.UNIT, permission = "registration.read", own = true)
        public void asksInside() {}

        public void handlesNoRequest() {}
    }

    public static class Careless {
        @GET
        public void saysNothing() {}
    }

    public static class Contradictory {
        @GET
        @PermissionsAllowed("unit.read")
        @Scoped(Covers.PUBLIC)
        public void everybodyWithAPermission() {}

        @GET
        @Authenticated
        @Scoped(Covers.UNIT)
        public void anyAccountOfAUnit() {}

        @GET
        @Authenticated
        @Scoped(value = Covers.EVERYWHERE, permission = "unit.read")
        public void anyAccountEverywhere() {}

        @GET
        @PermissionsAllowed("unit.read")
        @Scoped(Covers.ACCOUNT)
        public void permissionForAccounts() {}
    }
}
