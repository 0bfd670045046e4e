package vn.lantoa.recognition.nomination;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.recognition.NominationEvent;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;

/** The acts that move a nomination through its life. */
@Path("/nominations/{id}")
@RunOnVirtualThread
@NoStore
@Tag(name = "Nominations")
public class NominationActsResource {
    private final Nominations nominations;
    private final SubmitNomination submission;
    private final Judgements judgements;
    private final Votes votes;
    private final NominationViews views;
    private final NominationChanges changes;
    private final NominationRights rights;
    private final Today today;

    NominationActsResource(
            Nominations nominations,
            SubmitNomination submission,
            Judgements judgements,
            Votes votes,
            NominationViews views,
            NominationChanges changes,
            NominationRights rights,
            Today today) {
        this.nominations = nominations;
        this.submission = submission;
        this.judgements = judgements;
        this.votes = votes;
        this.views = views;
        this.changes = changes;
        this.rights = rights;
        this.today = today;
    }

    @POST
    @Path("/submit")
    @PermissionsAllowed("nomination.submit")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "submitNomination",
            summary = "Submit a draft or a mended nomination; the rules of its year judge it, the verdict is frozen")
    public NominationView submitNomination(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var nomination = nominations.get(id);
        var by = rights.require("nomination.submit", "submit", nomination);
        IfMatch.require(ifMatch, nomination.version());
        submission.submit(nomination, by);
        return views.show(nomination);
    }

    @POST
    @Path("/receive")
    @PermissionsAllowed("nomination.receive")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Idempotent
    @Operation(operationId = "receiveNomination", summary = "Receive a submitted nomination")
    public NominationView receiveNomination(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return act(
                id, "nomination.receive", "receive", ifMatch, (nomination, by) -> nomination.receive(by, today.now()));
    }

    @POST
    @Path("/return")
    @PermissionsAllowed("nomination.return")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Idempotent
    @Operation(operationId = "returnNomination", summary = "Send a received nomination back, naming the article")
    public NominationView returnNomination(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull ReturnNomination command) {
        return act(
                id,
                "nomination.return",
                "return",
                ifMatch,
                (nomination, by) -> nomination.sendBack(command.legalRef(), command.reason(), by, today.now()));
    }

    @POST
    @Path("/reject")
    @PermissionsAllowed("nomination.reject")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Idempotent
    @Operation(operationId = "rejectNomination", summary = "Refuse a received nomination for good, naming the article")
    public NominationView rejectNomination(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull RejectNomination command) {
        return act(
                id,
                "nomination.reject",
                "reject",
                ifMatch,
                (nomination, by) -> nomination.reject(command.legalRef(), command.reason(), by, today.now()));
    }

    @POST
    @Path("/accept")
    @PermissionsAllowed("nomination.accept")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "acceptNomination",
            summary = "Accept a received nomination: refused when not met, with a reason when unknown")
    public NominationView acceptNomination(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @Nullable AcceptNomination command) {
        var reason = command == null ? null : command.reason();
        return act(
                id,
                "nomination.accept",
                "accept",
                ifMatch,
                (nomination, by) -> nomination.accept(judgements.article(nomination), reason, by, today.now()));
    }

    @POST
    @Path("/vote")
    @PermissionsAllowed("vote.record")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND, fresh = true)
    @Transactional
    @Idempotent
    @Operation(operationId = "recordVote", summary = "Record the result of the council's vote from its minutes")
    public NominationView recordVote(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull RecordVote command) {
        rights.requireFresh();
        if (command.heldOn().isAfter(today.day())) {
            throw new Invalid("date-in-future", FieldError.at("/heldOn", "date-in-future", today.day()));
        }
        return act(id, "vote.record", "vote", ifMatch, (nomination, by) -> {
            nomination.mustBe(NominationStatus.ACCEPTED);
            var now = today.now();
            return nomination.voted(votes.keep(nomination, command, judgements.voteRule(nomination), by, now), by, now);
        });
    }

    @POST
    @Path("/withdraw")
    @PermissionsAllowed("nomination.withdraw")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Idempotent
    @Operation(operationId = "withdrawNomination", summary = "Take a nomination back before it is decided")
    public NominationView withdrawNomination(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull WithdrawNomination command) {
        return act(
                id,
                "nomination.withdraw",
                "withdraw",
                ifMatch,
                (nomination, by) -> nomination.withdraw(command.reason(), by, today.now()));
    }

    private NominationView act(UUID id, String permission, String act, @Nullable String ifMatch, Deed deed) {
        var nomination = nominations.get(id);
        var by = rights.require(permission, act, nomination);
        IfMatch.require(ifMatch, nomination.version());
        var before = changes.snapshot(nomination);
        changes.keep(nomination, before, deed.on(nomination, by));
        return views.show(nomination);
    }

    /** What an act does to the aggregate. */
    @FunctionalInterface
    private interface Deed {
        NominationEvent on(Nomination nomination, UUID by);
    }
}
