package vn.lantoa.units.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What enacting would do on the present state of the register, and every problem that refuses it. */
@Schema(description = "What enacting would do now")
public record ReorganisationPreview(
        UUID id,
        long version,
        LocalDate effectiveOn,

        @Schema(description = "Whether it can be enacted as it is")
        boolean fits,

        List<AffectedUnit> ending,
        List<AffectedUnit> beginning,
        List<MovedChild> moved,
        List<MovedChild> withoutParent,
        List<AffectedIdentifier> identifiersFreed,
        List<AffectedIdentifier> identifiersTaken,
        List<AffectedPost> posts,
        List<AffectedGrant> grants,
        List<PlanProblem> problems) {
    /** A unit that ends or begins. */
    public record AffectedUnit(UUID unit, String name, String kind) {}

    /** A child on a line, from one parent to another (null: nowhere). */
    public record MovedChild(
            UUID unit,
            String name,
            String line,
            UUID from,
            @Nullable UUID to) {}

    /** A code that is freed or taken. */
    public record AffectedIdentifier(String scheme, String value, UUID unit) {}

    /** A post that ends with its unit. */
    public record AffectedPost(UUID post, UUID person, UUID unit) {}

    /** A grant that ends with its unit. */
    public record AffectedGrant(UUID grant, UUID person, UUID unit, String role) {}

    /** Why it does not fit. */
    public record PlanProblem(String pointer, String code, String detail) {}
}
