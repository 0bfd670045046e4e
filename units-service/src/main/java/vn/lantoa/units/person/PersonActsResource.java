package vn.lantoa.units.person;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.rest.AllowedAction;
import vn.lantoa.rest.AllowedActions;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.Scoped;

/** Mergers of two records of one person, and erasing. Both concern the whole register. */
@Path("/persons/{id}")
@Tag(name = "persons")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class PersonActsResource {
    private static final String MERGE = "person.merge";
    private static final String ERASE = "person.erase";

    private final Persons persons;
    private final PersonReads reads;
    private final PersonMerges merges;
    private final MergePersons merging;
    private final ErasePersons erasing;
    private final PersonHolds holds;
    private final Caller caller;
    private final Clock clock;

    PersonActsResource(
            Persons persons,
            PersonReads reads,
            PersonMerges merges,
            MergePersons merging,
            ErasePersons erasing,
            PersonHolds holds,
            Caller caller,
            Clock clock) {
        this.persons = persons;
        this.reads = reads;
        this.merges = merges;
        this.merging = merging;
        this.erasing = erasing;
        this.holds = holds;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/merge")
    @PermissionsAllowed(MERGE)
    @Scoped(Covers.EVERYWHERE)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "mergePerson",
            summary = "Merge a record into another one of the same person",
            description =
                    "Nothing is rewritten: posts, memberships, accounts and grants of the merged record count for the"
                            + " one that stands, and the old id goes on answering. It can be undone.")
    public PersonView merge(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid MergePerson command) {
        caller.requireEverywhere(MERGE);
        return merging.merge(id, ifMatch, command);
    }

    @POST
    @Path("/unmerge")
    @PermissionsAllowed(MERGE)
    @Scoped(Covers.EVERYWHERE)
    @Idempotent
    @Transactional
    @Operation(operationId = "unmergePerson", summary = "Take a merger back: the record stands for itself again")
    public PersonView unmerge(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Because command) {
        caller.requireEverywhere(MERGE);
        return merging.unmerge(id, ifMatch, command);
    }

    @GET
    @Path("/merges")
    @PermissionsAllowed("person.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(operationId = "listPersonMerges", summary = "Every merger of a person's records, undone ones too")
    public Page<PersonMergeView> merges(@PathParam("id") UUID id) {
        reads.requireReadable(id, caller.reach("person.read"), LocalDate.now(clock));
        return new Page<>(merges.of(id), null, null);
    }

    @POST
    @Path("/erase")
    @PermissionsAllowed(ERASE)
    @Scoped(Covers.EVERYWHERE)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "erasePerson",
            summary = "Erase what is sensitive of a person, for good",
            description = "Birth date, identity number, their hashes and the key go, and with the key every copy in the"
                    + " trail; gender, ethnic group, staff code and other names too. Id, name and awards stay.")
    public PersonView erase(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Because command) {
        caller.requireEverywhere(ERASE);
        var person = persons.get(id);
        IfMatch.require(ifMatch, person.version());
        return erasing.erase(person, command);
    }

    @GET
    @Path("/allowed-actions")
    @PermissionsAllowed("person.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Operation(operationId = "getPersonAllowedActions", summary = "What the caller may do with a person, and why not")
    public AllowedActions allowedActions(@PathParam("id") UUID id) {
        var today = LocalDate.now(clock);
        reads.requireReadable(id, caller.reach("person.read"), today);
        var person = persons.get(id);
        return new AllowedActions(List.of(
                answer("person.correct", "person.correct", () -> {
                    reads.requireReached(id, "person.correct", caller.reach("person.correct"), today);
                    person.requireStanding();
                    person.requireNotErased();
                }),
                answer(MERGE, MERGE, () -> {
                    caller.requireEverywhere(MERGE);
                    person.requireStanding();
                    person.requireNotErased();
                }),
                answer("person.unmerge", MERGE, () -> {
                    caller.requireEverywhere(MERGE);
                    person.requireMerged();
                }),
                answer(ERASE, ERASE, () -> {
                    caller.requireEverywhere(ERASE);
                    person.requireStanding();
                    person.requireNotErased();
                    holds.requireNone(id);
                })));
    }

    private AllowedAction answer(String action, String permission, Runnable rules) {
        var reach = caller.reach(permission);
        return reach.everywhere() || !reach.roots().isEmpty()
                ? AllowedAction.check(action, rules)
                : AllowedAction.refused(action, "permission-missing", permission);
    }
}
