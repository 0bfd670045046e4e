package vn.lantoa.recognition.duty;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.knownunits.KnownUnits;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.Forbidden;
import vn.lantoa.recognition.catalogue.AwardType;
import vn.lantoa.recognition.catalogue.Catalogue;
import vn.lantoa.recognition.catalogue.DutyExclusion;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;

/** Refuses an act to whom another duty on the same nomination, or the state of the unit, forbids it. */
@ApplicationScoped
public class Duties {
    private static final String ACT = "act:";
    private static final String PERMISSION = "permission:";

    private final Catalogue catalogue;
    private final Caller caller;
    private final KnownUnits units;
    private final DataSource database;
    private final Today today;

    Duties(Catalogue catalogue, Caller caller, KnownUnits units, DataSource database, Today today) {
        this.catalogue = catalogue;
        this.caller = caller;
        this.units = units;
        this.database = database;
        this.today = today;
    }

    /** On what an act is done. {@code nomination} is null while it is being made; {@code day} is the day that counts. */
    public record Dossier(
            @Nullable UUID nomination,
            String awardType,
            @Nullable UUID subject,
            UUID unit,
            LocalDate day) {}

    /** @throws Forbidden 403 {@code duty-excluded}; Conflict 409 {@code unit-has-ended} */
    public void check(String act, Dossier dossier) {
        var by = caller.requirePerson();
        var level = catalogue.find(dossier.awardType()).map(AwardType::level).orElse("");
        var concerned = catalogue.exclusions().stream()
                .filter(exclusion -> exclusion.concerns(act, dossier.awardType(), level, today.day()))
                .toList();
        boolean askActs =
                concerned.stream().anyMatch(exclusion -> exclusion.held().startsWith(ACT));
        Set<String> done = askActs ? done(dossier.nomination(), by) : Set.of();
        for (var exclusion : concerned) {
            if (exclusion.held().equals("UNIT_ENDED")) {
                requireExisting(dossier, exclusion);
            } else if (holds(exclusion.held(), dossier, by, done)) {
                throw Forbidden.byLaw(
                        exclusion.legalRef(),
                        "duty-excluded",
                        exclusion.code(),
                        exclusion.legalRef(),
                        exclusion.nameVi(),
                        exclusion.nameEn());
            }
        }
    }

    private boolean holds(String held, Dossier dossier, UUID by, Set<String> done) {
        if (held.startsWith(ACT)) {
            return done.contains(held.substring(ACT.length()));
        }
        if (held.startsWith(PERMISSION)) {
            var reach = caller.reach(held.substring(PERMISSION.length()));
            return reach.everywhere() || !reach.roots().isEmpty();
        }
        return held.equals("SUBJECT") && by.equals(dossier.subject());
    }

    private void requireExisting(Dossier dossier, DutyExclusion exclusion) {
        var unit = units.require(dossier.unit(), dossier.day());
        if (!unit.existing()) {
            throw Conflict.byLaw(exclusion.legalRef(), "unit-has-ended", unit.name(), dossier.day());
        }
    }

    private Set<String> done(@Nullable UUID nomination, UUID by) {
        if (nomination == null) {
            return Set.of();
        }
        return new HashSet<>(Query.of(
                        "SELECT DISTINCT act FROM nomination_step WHERE nomination = ? AND by_person = ANY (access_records(?))",
                        nomination,
                        by)
                .list(database, row -> row.text("act")));
    }
}
