package vn.lantoa.units.profile;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;
import vn.lantoa.units.unit.UnitReads;
import vn.lantoa.units.unit.Units;

/** What a unit tells of itself: history, functions, contacts. */
@Path("/units")
@Tag(name = "units")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ProfileResource {
    private static final String PERMISSION = "unit.describe";

    private final Profiles profiles;
    private final Units units;
    private final UnitReads reads;
    private final Audit audit;
    private final Caller caller;
    private final Today today;

    ProfileResource(Profiles profiles, Units units, UnitReads reads, Audit audit, Caller caller, Today today) {
        this.profiles = profiles;
        this.units = units;
        this.reads = reads;
        this.audit = audit;
        this.caller = caller;
        this.today = today;
    }

    @GET
    @Path("/{id}/profile")
    @PermissionsAllowed("unit.read")
    @Scoped(Covers.HELD)
    @Operation(
            operationId = "getUnitProfile",
            summary = "What a unit tells of itself on a day",
            description = "Of a unit that has ended by then: what it told last.")
    public ProfileView get(
            @PathParam("id") UUID id,
            @QueryParam("asOf") @Parameter(description = "Today unless given", example = "2025-06-30") @Nullable
                    LocalDate asOf) {
        var day = today.or(asOf);
        return profiles.on(id, day).orElseThrow(() -> {
            reads.requireKnown(id);
            return new NotFound("profile-not-found", day);
        });
    }

    @GET
    @Path("/{id}/profiles")
    @PermissionsAllowed("unit.read")
    @Scoped(Covers.HELD)
    @Operation(operationId = "listUnitProfiles", summary = "Every profile of a unit, in the order of time")
    public Page<ProfileView> list(@PathParam("id") UUID id) {
        var all = profiles.all(id);
        if (all.isEmpty()) {
            reads.requireKnown(id);
        }
        return new Page<>(all, null, null);
    }

    @POST
    @Path("/{id}/profile")
    @PermissionsAllowed(PERMISSION)
    @Scoped(Covers.UNIT)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "describeUnit",
            summary = "Record what a unit tells of itself from a day on",
            description = "The profile before ends that day; one that begins on that very day is corrected.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = ProfileView.class)))
    public RestResponse<ProfileView> describe(@PathParam("id") UUID id, @NotNull @Valid DescribeUnit command) {
        caller.require(PERMISSION, id);
        var life = units.get(id).life();
        var from = command.validFrom() == null ? life.from() : command.validFrom();
        if (from != null && !life.contains(from)) {
            throw new Invalid("outside-life", FieldError.at("/validFrom", "outside-life"));
        }
        var day = from == null ? life.to() == null ? today.day() : life.to().minusDays(1) : from;
        var before = profiles.on(id, day).orElse(null);
        profiles.write(id, from, command, today.now());
        var after = profiles.all(id).stream()
                .filter(one -> Objects.equals(one.validFrom(), from))
                .findFirst()
                .orElseThrow();
        audit.record(PERMISSION, "unit-profile", id, before, after);
        return Created.at("/units/" + id + "/profile", after);
    }
}
