package vn.lantoa.recognition.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.knownunits.ConfidentialUnits;
import vn.lantoa.knownunits.KnownUnits;
import vn.lantoa.knownunits.PersonsOfUnits;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.recognition.catalogue.AwardKind;
import vn.lantoa.recognition.catalogue.AwardType;
import vn.lantoa.recognition.catalogue.Catalogue;
import vn.lantoa.recognition.catalogue.RecipientKind;
import vn.lantoa.recognition.duty.Duties;
import vn.lantoa.recognition.scope.Scope;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.Today;

/** Begins a nomination: the award can go to such a subject, the unit exists on that day and is the proposer's to propose. */
@ApplicationScoped
class ProposeSubject {
    private final Catalogue catalogue;
    private final KnownUnits units;
    private final ConfidentialUnits confidential;
    private final PersonsOfUnits persons;
    private final Duties duties;
    private final Scope scope;
    private final Caller caller;
    private final Today today;

    ProposeSubject(
            Catalogue catalogue,
            KnownUnits units,
            ConfidentialUnits confidential,
            PersonsOfUnits persons,
            Duties duties,
            Scope scope,
            Caller caller,
            Today today) {
        this.catalogue = catalogue;
        this.units = units;
        this.confidential = confidential;
        this.persons = persons;
        this.duties = duties;
        this.scope = scope;
        this.caller = caller;
        this.today = today;
    }

    Nomination draft(DraftNomination command) {
        var award = catalogue.require(command.awardType(), "/awardType");
        var proposedOn = today.orPast(command.proposedOn(), "/proposedOn");
        var proposer = Objects.requireNonNullElse(command.proposingUnit(), command.unit());
        var unit = units.require(command.unit(), proposedOn);
        if (!proposer.equals(command.unit())) {
            units.require(proposer, proposedOn);
        }
        scope.require("nomination.draft", proposer);
        if (!proposer.equals(command.unit()) && !units.isWithin(command.unit(), proposer, null, proposedOn)) {
            throw new Invalid("unit-not-below-proposer", FieldError.at("/unit", "unit-not-below-proposer"));
        }
        var category = fitting(award, command);
        duties.check("draft", new Duties.Dossier(null, award.code(), command.person(), command.unit(), proposedOn));
        var proposal = new Proposal(
                Ids.orNext(command.id()),
                award.code(),
                category,
                command.person(),
                command.unit(),
                proposer,
                command.person() == null
                        ? unit.name()
                        : persons.require(command.person(), command.unit()).displayName(),
                unit.name(),
                command.year(),
                proposedOn,
                command.person() != null
                        && (!award.publishedFor(RecipientKind.INDIVIDUAL) || confidential.contains(command.unit())));
        var content = new ReviseNomination(
                command.occasion(), Objects.requireNonNullElse(command.statements(), List.of()), command.achievement());
        checkContent(award, content);
        return Nomination.draft(proposal, content, caller.requirePerson(), today.now());
    }

    /** Occasions belong to commendations, statements to the list of them. */
    void checkContent(AwardType award, ReviseNomination content) {
        if (content.occasion() != null && award.kind() == AwardKind.EMULATION_TITLE) {
            throw new Invalid("occasion-not-for-title", FieldError.at("/occasion", "occasion-not-for-title"));
        }
        for (int i = 0; i < content.statements().size(); i++) {
            catalogue.requireCode("statement", content.statements().get(i), "/statements/" + i);
        }
    }

    private @Nullable String fitting(AwardType award, DraftNomination command) {
        var errors = new ArrayList<FieldError>();
        var recipient = command.person() == null ? RecipientKind.COLLECTIVE : RecipientKind.INDIVIDUAL;
        if (!award.recipients().contains(recipient)) {
            errors.add(FieldError.at("/person", "recipient-not-possible", award.code()));
        }
        var category = command.category();
        if (category == null && !award.categories().isEmpty()) {
            category = award.categories().getFirst();
        } else if (category != null && !award.categories().contains(category)) {
            errors.add(FieldError.at("/category", "category-not-possible", category, award.code()));
        }
        if (command.year() > today.day().getYear()) {
            errors.add(FieldError.at("/year", "year-out-of-range"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid("award-not-possible", errors);
        }
        return category;
    }
}
