package vn.lantoa.recognition.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Versioned;

/** An award type with the criteria and authorities of a day. {@code validTo} is exclusive. */
public record AwardTypeView(
        String code,
        long version,
        String nameVi,
        String nameEn,
        AwardKind kind,
        String level,
        List<RecipientKind> recipients,
        List<String> categories,

        @Schema(description = "The article in force on that day")
        String legalRef,

        Confidence confidence,
        @Nullable String noteVi,
        @Nullable String noteEn,
        boolean inForce,
        LocalDate asOf,
        @Schema(examples = "emulation-titles@1") String ruleSet,
        List<CriteriaView> criteria,
        List<AuthorityView> authorities)
        implements Versioned {

    @Override
    @JsonIgnore
    public String variant() {
        return asOf.toString();
    }

    static AwardTypeView of(AwardType type, LocalDate day) {
        var criteria = type.rules().stream()
                .filter(rule -> rule.period().contains(day))
                .map(CriteriaView::of)
                .toList();
        return new AwardTypeView(
                type.code(),
                type.version(),
                type.nameVi(),
                type.nameEn(),
                type.kind(),
                type.level(),
                type.recipients(),
                type.categories(),
                criteria.isEmpty() ? type.legalRef() : criteria.getFirst().legalRef(),
                type.confidence(),
                type.noteVi(),
                type.noteEn(),
                type.valid().contains(day),
                day,
                type.ruleSet(),
                criteria,
                type.authorities().stream()
                        .filter(authority -> authority.valid().contains(day))
                        .map(AuthorityView::of)
                        .toList());
    }

    /** A variant of the criteria. */
    @Schema(name = "AwardCriteria")
    public record CriteriaView(
            String variant,
            List<RecipientKind> recipients,
            List<String> categories,
            String legalRef,
            Confidence confidence,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,

            @Schema(description = "The rule tree in machine form")
            JsonNode rule,

            JsonNode parameters,
            VoteView vote) {
        static CriteriaView of(AwardRule rule) {
            return new CriteriaView(
                    rule.variant(),
                    rule.recipients(),
                    rule.categories(),
                    rule.legalRef(),
                    rule.confidence(),
                    rule.period().from(),
                    rule.period().to(),
                    rule.criteria(),
                    rule.parameters(),
                    VoteView.of(rule.vote()));
        }
    }

    /** What a vote must reach. */
    @Schema(name = "AwardVoteRule")
    public record VoteView(
            boolean required,
            @Schema(examples = "9/10") String threshold,
            boolean strict,
            String base,
            @Schema(examples = "2/3") String quorum,
            Confidence confidence) {
        static VoteView of(VoteRule vote) {
            return new VoteView(
                    vote.required(),
                    vote.threshold().toString(),
                    vote.strict(),
                    vote.base(),
                    vote.quorum().toString(),
                    vote.confidence());
        }
    }

    /** Who may sign. */
    @Schema(name = "AwardAuthority")
    public record AuthorityView(
            @Schema(examples = "CT_XA") String role,
            List<String> postGroups,
            List<String> unitKinds,
            String legalRef,
            Confidence confidence,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        static AuthorityView of(AuthorityRule authority) {
            return new AuthorityView(
                    authority.role(),
                    authority.postGroups(),
                    authority.unitKinds(),
                    authority.legalRef(),
                    authority.confidence(),
                    authority.valid().from(),
                    authority.valid().to());
        }
    }
}
