package vn.lantoa.campaigns.duty;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Actors;
import vn.lantoa.access.Caller;
import vn.lantoa.problems.Forbidden;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;

/** Refuses an act to whom another duty forbids it, whether they act for themselves or in the name of whom it forbids. */
@ApplicationScoped
public class Duties {
    private static final String ACT = "act:";
    private static final String PERMISSION = "permission:";

    private final List<DutyExclusion> exclusions = DutyExclusion.all();
    private final Caller caller;
    private final DataSource database;
    private final Today today;

    Duties(Caller caller, DataSource database, Today today) {
        this.caller = caller;
        this.database = database;
        this.today = today;
    }

    /** A registration that is acted upon: whom it concerns, who drafted it. */
    public record Dossier(UUID registration, @Nullable UUID subject, UUID draftedBy) {}

    /** What the catalogue says, in its order. */
    public List<DutyExclusion> exclusions() {
        return exclusions;
    }

    /**
     * Whatever it is used on.
     *
     * @param permission that was required last
     * @throws Forbidden 403 {@code duties-exclude-each-other}
     */
    public void check(String permission) {
        check(permission, null);
    }

    /**
     * @param permission that was required last
     * @throws Forbidden 403 {@code duties-exclude-each-other}
     */
    public void check(String permission, @Nullable Dossier dossier) {
        var actors = caller.actors();
        var day = today.day();
        var concerned = exclusions.stream()
                .filter(exclusion -> exclusion.concerns(permission, day))
                .toList();
        boolean askActs =
                concerned.stream().anyMatch(exclusion -> exclusion.held().startsWith(ACT));
        Set<String> done = dossier != null && askActs ? done(dossier, actors) : Set.of();
        for (var exclusion : concerned) {
            if (holds(exclusion.held(), dossier, actors, done)) {
                throw Forbidden.byLaw(
                        exclusion.legalRef(),
                        "duties-exclude-each-other",
                        exclusion.code(),
                        exclusion.legalRef(),
                        exclusion.nameVi(),
                        exclusion.nameEn());
            }
        }
    }

    private boolean holds(String held, @Nullable Dossier dossier, Actors actors, Set<String> done) {
        if (held.startsWith(ACT)) {
            return done.contains(held.substring(ACT.length()));
        }
        if (held.startsWith(PERMISSION)) {
            return actors.hold(held.substring(PERMISSION.length()));
        }
        var subject = dossier == null ? null : dossier.subject();
        return switch (held) {
            case "SUBJECT" -> actors.include(subject);
            case "RELATIVE" -> subject != null && caller.relatives().contains(subject);
            default -> false;
        };
    }

    /** Also what was taken back since. */
    private Set<String> done(Dossier dossier, Actors actors) {
        var done = new HashSet<>(Query.of(
                        "SELECT DISTINCT act FROM registration_act WHERE registration = ? AND person = ANY (?)",
                        dossier.registration(),
                        actors.records().toArray(UUID[]::new))
                .list(database, row -> row.text("act")));
        if (actors.include(dossier.draftedBy())) {
            done.add("draft");
        }
        return done;
    }
}
