package vn.lantoa.access;

import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.Forbidden;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Scoped;

/**
 * Seeing what another person sees, without doing anything. What one looks at is what both may read; what one is told could be
 * done is what the other may do. Nobody views as themself, as somebody whose rights reach further than the right to view does,
 * or as somebody who may view as others.
 */
@ApplicationScoped
class ViewAs {
    /** Names the person; several are refused. */
    static final String HEADER = "View-As";
    /** In the answer: whose rights it was made with. */
    static final String ANSWER = "Viewing-As";

    static final String PERMISSION = "access.view-as";
    private static final String READING = ".read";
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final RightsLookup lookup;
    private final RightsAge age;
    private final UnitTree tree;
    private final Clock clock;

    ViewAs(RightsLookup lookup, RightsAge age, UnitTree tree, Clock clock) {
        this.lookup = lookup;
        this.age = age;
        this.tree = tree;
        this.clock = clock;
    }

    /**
     * The rights that a request is answered with.
     *
     * @param viewer of who asks
     * @param narrowing what the token of who asks leaves of any rights
     * @throws Forbidden 403 {@code view-as-read-only}, {@code view-as-refused}: alike whether there is such a person or not
     * @throws vn.lantoa.problems.Unavailable 503 {@code rights-stale} when the rights known here are older than 60 s
     */
    HeldRights rights(HeldRights viewer, String method, List<String> named, UnaryOperator<HeldRights> narrowing) {
        if (!SAFE.contains(method)) {
            throw new Forbidden("view-as-read-only");
        }
        var roots = viewer.permissions().stream()
                .filter(held -> held.name().equals(PERMISSION) && held.onBehalfOf() == null && held.reachesSomewhere())
                .toList();
        var me = viewer.person();
        if (me == null || roots.isEmpty()) {
            throw new Forbidden("view-as-refused");
        }
        age.requireFresh(viewer);
        var within = new Within(LocalDate.now(clock));
        var other = only(named)
                .flatMap(lookup::ofPerson)
                .filter(all -> !me.equals(all.person()) && !all.holds(PERMISSION))
                .filter(all -> roots.stream().anyMatch(HeldRights.Permission::reachesAll)
                        || !all.permissions().isEmpty()
                                && all.permissions().stream()
                                        .allMatch(held -> roots.stream().anyMatch(root -> within.covers(root, held))))
                .orElseThrow(() -> new Forbidden("view-as-refused"));
        var shown = narrowing.apply(other);
        return new HeldRights(
                shown.person(),
                null,
                shown.permissions().stream()
                        .flatMap(held -> held.name().endsWith(READING) ? both(held, viewer, within) : Stream.of(held))
                        .distinct()
                        .toList(),
                shown.confirmedAt(),
                shown.records(),
                shown.held());
    }

    /**
     * Whether an operation is shown to who views as another: what is read by a permission to read, or belongs to nobody. What
     * is somebody's own, what leaves as a file and what is work in progress of one person is not.
     */
    static boolean shows(Method operation) {
        var scope = operation.getAnnotation(Scoped.class);
        if (scope == null || scope.value() == Covers.OWN || operation.isAnnotationPresent(StepUp.class)) {
            return false;
        }
        var asked = Arrays.stream(operation.getAnnotationsByType(PermissionsAllowed.class))
                .flatMap(allowed -> Arrays.stream(allowed.value()));
        return Stream.concat(asked, Stream.of(scope.permission()))
                .allMatch(permission -> permission.isEmpty() || permission.endsWith(READING));
    }

    private static Optional<UUID> only(List<String> named) {
        return named.size() == 1 && ID.matcher(named.getFirst()).matches()
                ? Optional.of(UUID.fromString(named.getFirst()))
                : Optional.empty();
    }

    /** What of the other's right to read the viewer may read too. */
    private static Stream<HeldRights.Permission> both(HeldRights.Permission theirs, HeldRights viewer, Within within) {
        return theirs.reachesSomewhere()
                ? viewer.permissions().stream()
                        .filter(mine -> mine.name().equals(theirs.name()) && mine.reachesSomewhere())
                        .flatMap(mine -> Stream.ofNullable(within.common(theirs, mine)))
                : Stream.empty();
    }

    /** Where grants meet on a day; the tree is asked once for each pair. */
    private final class Within {
        private final LocalDate day;
        private final Map<Reach.Root, Map<UUID, Boolean>> answered = new HashMap<>();

        Within(LocalDate day) {
            this.day = day;
        }

        /** Whether everything that the one was granted lies in what the other reaches; along a line only by that line. */
        boolean covers(HeldRights.Permission root, HeldRights.Permission held) {
            UUID top = root.unit();
            UUID unit = held.unit();
            return top != null
                    && unit != null
                    && (root.line() == null || root.line().equals(held.line()))
                    && isWithin(unit, top, held.line());
        }

        HeldRights.@Nullable Permission common(HeldRights.Permission theirs, HeldRights.Permission mine) {
            UUID there = theirs.unit();
            UUID here = mine.unit();
            if (mine.reachesAll() || here == null) {
                return theirs;
            }
            if (theirs.reachesAll() || there == null) {
                return theirs.at(here, mine.line());
            }
            if (theirs.line() != null && mine.line() != null && !theirs.line().equals(mine.line())) {
                return null;
            }
            var line = theirs.line() == null ? mine.line() : theirs.line();
            if (isWithin(there, here, line)) {
                return theirs.at(there, line);
            }
            return isWithin(here, there, line) ? theirs.at(here, line) : null;
        }

        private boolean isWithin(UUID unit, UUID top, @Nullable String line) {
            return answered.computeIfAbsent(new Reach.Root(top, line), root -> new HashMap<>())
                    .computeIfAbsent(unit, each -> tree.isWithin(each, top, line, day));
        }
    }
}
