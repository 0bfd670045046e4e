package vn.lantoa.units.membership;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;

/** Who belongs to a unit. */
@Path("/units/{unit}/members")
@Tag(name = "memberships")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class UnitMemberResource {
    private final MembershipReads reads;
    private final Clock clock;

    UnitMemberResource(MembershipReads reads, Clock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("membership.read")
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Operation(
            operationId = "listMembers",
            summary = "Who belongs to a unit on a day",
            description =
                    "By name; with `within` also members of everything that stands under it on the line, unit by"
                            + " unit or (`order=NAME`) all by name. Only what the caller's rights reach; a confidential line only along itself.")
    public Page<MembershipView> list(
            @PathParam("unit") UUID unit, @BeanParam @Valid MemberFilter filter, @BeanParam @Valid PageRequest page) {
        var day = filter.asOf == null ? LocalDate.now(clock) : filter.asOf;
        return filter.within ? reads.within(unit, filter, day, page) : reads.of(unit, filter, day, page);
    }
}
