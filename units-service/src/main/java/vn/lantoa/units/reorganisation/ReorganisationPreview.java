package vn.lantoa.units.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.succession.Consequence;

/** What enacting would do on the present state of the register, and every problem that refuses it. */
@Schema(description = "What enacting would do now")
public record ReorganisationPreview(
        UUID id,
        long version,

        @Schema(
                description =
                        "Names exactly these consequences; enacting takes it and refuses when they are others by then",
                examples = "6f1ed002ab5595859014ebf0951522d9")
        String fingerprint,

        LocalDate effectiveOn,

        @Schema(description = "Whether it can be enacted as it is")
        boolean fits,

        List<AffectedUnit> ending,
        List<AffectedUnit> beginning,

        @Schema(description = "Units that go on under another name, kind, code or parent")
        List<ChangedUnit> changing,

        @Schema(description = "Which unit becomes which") List<NewLineage> lineage,

        @Schema(description = "What stood under a unit that ends and stands elsewhere from the day on")
        List<MovedChild> moved,

        List<MovedChild> withoutParent,
        List<AffectedIdentifier> identifiersFreed,
        List<AffectedIdentifier> identifiersTaken,
        List<AffectedPost> posts,
        List<AffectedGrant> grants,

        @Schema(description = "Everything that hangs on the units, counted by what becomes of it; complete")
        List<Tally> tally,

        @Schema(description = "The first 1000 of what is counted in `tally`, one by one")
        List<AffectedFact> facts,

        @Schema(description = "Other drafts that want the same units or codes; they do not refuse this one")
        List<ConflictingDraft> conflicts,

        List<PlanProblem> problems) {
    /** A unit that ends or begins. */
    public record AffectedUnit(UUID unit, String name, String kind) {}

    /** A unit that goes on, as it is called and will be. */
    public record ChangedUnit(
            UUID unit,
            @Schema(examples = "Xã Lê Lai") String nameBefore,
            String name,
            @Schema(examples = "COMMUNE") String kindBefore,
            String kind,
            String sector,
            List<NewPlacement> placements,
            List<NewIdentifier> identifiers) {}

    /** One unit becoming another. */
    public record NewLineage(
            UUID predecessor,
            UUID successor,
            @Schema(examples = "SPLIT") String how,
            Portion portion,
            @Schema(examples = "2/5") @Nullable String share) {}

    /** A child on a line, from one parent to another (null: nowhere). */
    public record MovedChild(
            UUID unit,
            String name,
            String line,
            UUID from,
            @Nullable UUID to) {}

    /** A code that is freed or taken. */
    public record AffectedIdentifier(String scheme, String value, UUID unit) {}

    /** A post that ends with its unit, or passes to another. */
    public record AffectedPost(
            UUID post,
            UUID person,
            UUID unit,
            Consequence.Effect effect,
            @Nullable UUID to) {}

    /** A grant that ends with its unit, or passes to the successor. */
    public record AffectedGrant(
            UUID grant,
            UUID person,
            UUID unit,
            String role,
            Consequence.Effect effect,
            @Nullable UUID to) {}

    /** So many facts of one kind that do the same. */
    public record Tally(
            @Schema(examples = "membership") String fact,
            Consequence.Effect effect,
            UUID unit,
            @Nullable UUID to,
            @Schema(examples = "412") long count) {}

    /** A post, membership, grant or relation, and what becomes of it. */
    public record AffectedFact(
            @Schema(examples = "membership") String fact,
            UUID id,
            Consequence.Effect effect,
            UUID unit,
            @Nullable UUID to,
            @Nullable UUID person,
            @Schema(examples = "PRIMARY") @Nullable String what) {}

    /** Another draft, with what both want. */
    public record ConflictingDraft(
            UUID reorganisation,
            String documentNumber,
            LocalDate effectiveOn,
            List<UUID> units,
            List<NewIdentifier> codes) {}

    /** Why it does not fit. */
    public record PlanProblem(String pointer, String code, String detail) {}
}
