package vn.lantoa.units.person;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;

/** Records that may be of one person, for whoever keeps the register. */
@Path("/person-duplicates")
@Tag(name = "persons")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class DuplicateResource {
    private static final String PERMISSION = "person.merge";

    private final Duplicates duplicates;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    DuplicateResource(Duplicates duplicates, Audit audit, Caller caller, Clock clock) {
        this.duplicates = duplicates;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed(PERMISSION)
    @Scoped(Covers.EVERYWHERE)
    @Transactional
    @Operation(
            operationId = "listPersonDuplicates",
            summary = "Pairs of records that may be of one person, with reasons and a score",
            description =
                    "A page looks at `limit` persons in the order of entry and may hold few pairs or none: go on as"
                            + " long as there is a `next`. With `person`, all candidates for that one.")
    public Page<DuplicatePair> list(
            @QueryParam("person") @Parameter(description = "Only candidates for this person") @Nullable UUID person,
            @BeanParam @Valid PageRequest page) {
        caller.requireEverywhere(PERMISSION);
        return person == null ? duplicates.page(page) : duplicates.of(person);
    }

    @POST
    @Path("/different")
    @PermissionsAllowed(PERMISSION)
    @Scoped(Covers.EVERYWHERE)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "decideDifferentPersons",
            summary = "Note that two records are of two persons",
            description = "The pair is not listed again.")
    public DifferentPersonsView different(@NotNull @Valid DifferentPersons command) {
        caller.requireEverywhere(PERMISSION);
        var view = duplicates.decide(command, clock.instant(), caller.person().orElse(null));
        audit.record("person.differ", "person", view.first(), null, view);
        return view;
    }
}
