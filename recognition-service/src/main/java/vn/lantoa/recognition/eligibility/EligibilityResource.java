package vn.lantoa.recognition.eligibility;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.knownunits.KnownUnits;
import vn.lantoa.knownunits.PersonsOfUnits;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.recognition.catalogue.Catalogue;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;

/** Who would be eligible now, and why or why not. */
@Path("/eligibility")
@RunOnVirtualThread
@Cache(noStore = true)
@Tag(name = "Eligibility")
public class EligibilityResource {
    private final Eligibility eligibility;
    private final Catalogue catalogue;
    private final KnownUnits units;
    private final PersonsOfUnits persons;
    private final Caller caller;
    private final Today today;

    EligibilityResource(
            Eligibility eligibility,
            Catalogue catalogue,
            KnownUnits units,
            PersonsOfUnits persons,
            Caller caller,
            Today today) {
        this.eligibility = eligibility;
        this.catalogue = catalogue;
        this.units = units;
        this.persons = persons;
        this.caller = caller;
        this.today = today;
    }

    @GET
    @PermissionsAllowed("nomination.read")
    @Scoped(Covers.UNIT)
    @Operation(
            operationId = "explainEligibility",
            summary = "Judge a collective, or a person of a unit, by the rules of a year and explain every step",
            description = "Of a person who does not belong to the unit today only what was recorded at units that the"
                    + " caller covers is looked at. Somebody else's person is as unknown as one never heard of.")
    public EligibilityView explainEligibility(
            @QueryParam("awardType") @NotNull @Parameter(example = "CSTDCS") String awardType,
            @QueryParam("category") @Parameter(example = "CONG_TRANG") @Nullable String category,
            @QueryParam("unit") @NotNull @Parameter(description = "The collective, or the unit of the person")
                    UUID unit,
            @QueryParam("person") @Nullable UUID person,
            @QueryParam("year") @NotNull @Min(1945) @Max(2100) @Parameter(example = "2024") Integer year,
            @QueryParam("asOf") @Parameter(description = "Day of judging, default today") @Nullable LocalDate asOf,
            @QueryParam("statement") @Parameter(description = "What the head would confirm", example = "SPIRIT")
                    List<String> statements) {
        var award = catalogue.require(awardType, "?awardType");
        var day = today.or(asOf);
        units.require(unit, day);
        caller.require("nomination.read", unit);
        if (person != null) {
            persons.require(person, unit);
        }
        var subject = new Subject(unit, person, statements);
        if (!award.recipients().contains(subject.recipient())) {
            throw new Invalid("recipient-not-possible", FieldError.at("?person", "recipient-not-possible", awardType));
        }
        var kind = category == null && !award.categories().isEmpty()
                ? award.categories().getFirst()
                : category;
        var judgement = eligibility.judge(award, kind, subject, year, day);
        return new EligibilityView(
                awardType,
                kind,
                unit,
                person,
                year,
                day,
                judgement.verdict(),
                judgement.ruleSet(),
                judgement.finding());
    }
}
