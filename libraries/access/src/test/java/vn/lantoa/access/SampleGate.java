package vn.lantoa.access;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Scoped;
import vn.lantoa.sql.Query;

/** An endpoint of each kind. */
@Path("/gate")
@RunOnVirtualThread
public class SampleGate {
    private final Caller caller;

    SampleGate(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Path("/open")
    @PermitAll
    @Scoped(Covers.PUBLIC)
    public String open() {
        return caller.account();
    }

    @GET
    @Path("/known")
    @Authenticated
    @Scoped(Covers.ACCOUNT)
    public String known() {
        return caller.requirePerson().toString();
    }

    @GET
    @Path("/launch/{unit}")
    @PermissionsAllowed("campaign.launch")
    @Scoped(Covers.UNIT)
    public String launch(@PathParam("unit") UUID unit) {
        caller.require("campaign.launch", unit);
        return "launched";
    }

    @GET
    @Path("/sign")
    @PermissionsAllowed("decision.sign")
    @Scoped(value = Covers.HELD, fresh = true)
    public String sign() {
        caller.requireFreshRights();
        return "signed";
    }

    @GET
    @Path("/token")
    @Authenticated
    @Scoped(Covers.ACCOUNT)
    public String token() {
        return caller.account();
    }

    @GET
    @Path("/seal")
    @Authenticated
    @Scoped(Covers.ACCOUNT)
    @StepUp
    public String seal() {
        return "sealed";
    }

    @ApplicationScoped
    static class Alone implements UnitTree {
        @Override
        public boolean isWithin(UUID unit, UUID root, @Nullable String line, LocalDate day) {
            return unit.equals(root);
        }

        @Override
        public Set<UUID> everWithin(Set<UUID> units, List<Reach.Root> roots, LocalDate day) {
            return roots.stream().map(Reach.Root::unit).filter(units::contains).collect(Collectors.toSet());
        }

        @Override
        public Query everWithin(List<Reach.Root> roots, LocalDate day) {
            return Query.of("SELECT unnest(?::uuid[]) AS id", (Object)
                    roots.stream().map(Reach.Root::unit).toArray(UUID[]::new));
        }
    }
}
