package vn.lantoa.recognition.duty;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Actors;
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

    /**
     * On what an act is done. {@code nomination} is null while it is being made, {@code awardType} empty where none is at stake;
     * {@code day} is the day that counts.
     */
    public record Dossier(
            @Nullable UUID nomination,
            String awardType,
            @Nullable UUID subject,
            UUID unit,
            LocalDate day) {}

    /** @throws Forbidden 403 {@code duty-excluded}; Conflict 409 {@code unit-has-ended} */
    public void check(String act, Dossier dossier) {
        check(act, List.of(dossier));
    }

    /**
     * Of each of them, also in whose name the caller acts.
     *
     * @throws Forbidden 403 {@code duty-excluded}; Conflict 409 {@code unit-has-ended}
     */
    public void check(String act, List<Dossier> dossiers) {
        var actors = caller.actors();
        var concerned = dossiers.stream()
                .collect(
                        Collectors.toMap(Function.identity(), dossier -> concerning(act, dossier), (one, same) -> one));
        boolean askActs = concerned.values().stream()
                .flatMap(List::stream)
                .anyMatch(exclusion -> exclusion.held().startsWith(ACT));
        Map<UUID, Set<String>> done = askActs ? done(dossiers, actors) : Map.of();
        for (var dossier : dossiers) {
            for (var exclusion : concerned.getOrDefault(dossier, List.of())) {
                check(exclusion, dossier, actors, done);
            }
        }
    }

    private List<DutyExclusion> concerning(String act, Dossier dossier) {
        var level = catalogue.find(dossier.awardType()).map(AwardType::level).orElse("");
        return catalogue.exclusions().stream()
                .filter(exclusion -> exclusion.concerns(act, dossier.awardType(), level, today.day()))
                .toList();
    }

    private void check(DutyExclusion exclusion, Dossier dossier, Actors actors, Map<UUID, Set<String>> done) {
        if (exclusion.held().equals("UNIT_ENDED")) {
            requireExisting(dossier, exclusion);
        } else if (holds(exclusion.held(), dossier, actors, done)) {
            throw Forbidden.byLaw(
                    exclusion.legalRef(),
                    "duty-excluded",
                    exclusion.code(),
                    exclusion.legalRef(),
                    exclusion.nameVi(),
                    exclusion.nameEn());
        }
    }

    private boolean holds(String held, Dossier dossier, Actors actors, Map<UUID, Set<String>> done) {
        if (held.startsWith(ACT)) {
            var nomination = dossier.nomination();
            return nomination != null && done.getOrDefault(nomination, Set.of()).contains(held.substring(ACT.length()));
        }
        if (held.startsWith(PERMISSION)) {
            return actors.hold(held.substring(PERMISSION.length()));
        }
        var subject = dossier.subject();
        return switch (held) {
            case "SUBJECT" -> actors.include(subject);
            case "RELATIVE" -> subject != null && caller.relatives().contains(subject);
            default -> false;
        };
    }

    private void requireExisting(Dossier dossier, DutyExclusion exclusion) {
        var unit = units.require(dossier.unit(), dossier.day());
        if (!unit.existing()) {
            throw Conflict.byLaw(exclusion.legalRef(), "unit-has-ended", unit.name(), dossier.day());
        }
    }

    private Map<UUID, Set<String>> done(List<Dossier> dossiers, Actors actors) {
        var nominations = dossiers.stream()
                .map(Dossier::nomination)
                .filter(Objects::nonNull)
                .toArray(UUID[]::new);
        if (nominations.length == 0) {
            return Map.of();
        }
        var done = new HashMap<UUID, Set<String>>();
        Query.of(
                        "SELECT DISTINCT nomination, act FROM nomination_step WHERE nomination = ANY (?) AND by_person = ANY (?)",
                        nominations,
                        actors.records().toArray(UUID[]::new))
                .list(
                        database,
                        row -> done.computeIfAbsent(row.id("nomination"), id -> new HashSet<>())
                                .add(row.text("act")));
        return done;
    }
}
