package vn.lantoa.outbox;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;

/** Events of others that this service could not apply. What they contain is never shown. */
@Path("/admin/dead-letters")
@Tag(name = "Administration")
@RunOnVirtualThread
@NoStore
@Produces(MediaType.APPLICATION_JSON)
public class DeadLetterResource {
    private static final Logger LOG = Logger.getLogger(DeadLetterResource.class);
    private static final String READ = "dead-letter.read";
    private static final String REPLAY = "dead-letter.replay";

    private final DeadLetters deadLetters;
    private final Operators operators;

    DeadLetterResource(DeadLetters deadLetters, Operators operators) {
        this.deadLetters = deadLetters;
        this.operators = operators;
    }

    @GET
    @PermissionsAllowed(READ)
    @Scoped(Covers.EVERYWHERE)
    @Operation(
            operationId = "listDeadLetters",
            summary = "Events that a handler of this service could not apply, oldest first",
            description = "With `total=true` they are counted. The permission must hold everywhere.")
    public Page<DeadLetterView> list(@BeanParam @Valid PageRequest page) {
        operators.require(READ);
        var rows = deadLetters.list(after(page.cursor), page.limit + 1).stream()
                .map(DeadLetterView::of)
                .toList();
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), page.total ? deadLetters.count() : null);
    }

    /** A second replay does nothing more. */
    @POST
    @Path("/{id}/replay")
    @PermissionsAllowed(REPLAY)
    @Scoped(Covers.EVERYWHERE)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Apply a dead letter now, once its cause is mended",
            description = "What the handler already holds in a newer version stays. 409 when it fails again. The"
                    + " permission must hold everywhere.")
    public DeadLetterView replay(long id) {
        operators.require(REPLAY);
        try {
            deadLetters.replay(id);
        } catch (IllegalStateException e) {
            if (Transience.isTransient(e)) {
                throw e;
            }
            LOG.warnf(e, "Dead letter %d failed again", id);
            throw new Conflict("dead-letter-not-applied", id);
        }
        var letter = deadLetters.get(id);
        operators.record(REPLAY, "dead-letter", Ids.next(), new Replayed(id, letter.handler(), letter.subject()));
        return DeadLetterView.of(letter);
    }

    private record Replayed(
            long deadLetter, String handler, @Nullable String subject) {}

    private static long after(@Nullable String cursor) {
        var decoded = Cursor.decode(cursor, 1);
        try {
            return decoded == null ? 0 : Long.parseLong(decoded.key(0));
        } catch (NumberFormatException foreign) {
            throw new Invalid("invalid-cursor", FieldError.at("?cursor", "invalid-cursor"));
        }
    }
}
