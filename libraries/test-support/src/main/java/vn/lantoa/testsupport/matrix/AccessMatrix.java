package vn.lantoa.testsupport.matrix;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import vn.lantoa.testsupport.matrix.Table.Outcome;

/**
 * Calls every operation of a contract as every role from every place, upon things of one unit, and compares with the table:
 * what the contract says that each reaches ({@code x-lantoa-access}) and what the roles permit. Nothing is expected per
 * operation; one without a row fails.
 */
public final class AccessMatrix implements AutoCloseable {
    private static final int AT_ONCE = 4;
    /** So many of a list are read one by one. */
    private static final int READ_OF_A_LIST = 5;

    private static final Set<Place> LISTED_FROM = EnumSet.of(Place.OWN, Place.BELOW, Place.BESIDE, Place.OTHER_LINE);

    private final AccessWorld world;
    private final RoleTable roles;
    private final Table table;
    private final Calls calls;
    private final Actors actors;
    private final Map<String, String> bad;
    private final List<AccessRow> rows;
    private final Holes holes = new Holes();

    /** Against a service that listens there. */
    public static AccessMatrix of(AccessWorld world, String address) {
        return new AccessMatrix(
                world, address, RoleTable.ofTheClassPath(), permissions -> new GrantedActors(world, permissions));
    }

    /** @param actors by what stands in the grants of another system, whether it may or not */
    AccessMatrix(AccessWorld world, String address, RoleTable roles, Function<Set<String>, Actors> actors) {
        this.world = world;
        this.calls = new Calls(address, world.fields());
        this.rows = AccessRow.all(calls.contract());
        this.roles =
                roles.withMachine(ofMachines(permission -> world.ofMachines().test(permission, Set.of())));
        this.table = new Table(this.roles);
        this.actors = actors.apply(ofMachines(permission -> world.ofMachines().test(permission, Set.of())
                || !world.ofMachines().test(permission, Set.of(permission))));
        this.bad = this.actors.bad();
        world.elsewhere().values().forEach(AccessMatrix::requireClass);
    }

    private Set<String> ofMachines(Predicate<String> which) {
        return rows.stream()
                .map(AccessRow::permission)
                .filter(permission -> permission != null && which.test(permission))
                .collect(Collectors.toSet());
    }

    private static void requireClass(String test) {
        try {
            Class.forName(test, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("No such test: " + test, e);
        }
    }

    /** How many operations there are. */
    public int operations() {
        return rows.size();
    }

    /** A call that did not become what the table says; none when all is well. */
    public List<String> holes() {
        rows.forEach(this::requireThing);
        // what reads goes first: a list is compared with its count while nothing is made
        ask(rows.stream().filter(AccessRow::reads).toList());
        ask(rows.stream().filter(row -> !row.reads()).toList());
        actors.withdraw();
        run(roles.codes().stream().map(role -> (Runnable) () -> askedAfterwards(role)));
        return holes.all();
    }

    /** Without one, "there is none" would be the right answer to everybody. */
    private void requireThing(AccessRow row) {
        boolean ofAThing = row.outside().equals("NOT_FOUND") && row.path().contains("{")
                || row.outside().equals("LEFT_OUT") && !row.covers().equals("HELD");
        if (ofAThing
                && !world.elsewhere().containsKey(row.operation())
                && things(row).isEmpty()) {
            holes.add(row, "anybody", null, "that something is laid out for it", new Calls.Answer(0, ""));
        }
    }

    private void ask(List<AccessRow> asked) {
        var tasks = new ArrayList<Runnable>();
        asked.forEach(row -> tasks.add(named(row, () -> askedWithoutRights(row))));
        for (var row : asked) {
            if (row.covers().equals("PUBLIC") || world.elsewhere().containsKey(row.operation())) {
                continue;
            }
            for (var role : roles.codes()) {
                tasks.add(named(row, () -> askedAs(role, row)));
                tasks.add(named(row, () -> listedAndRead(role, row)));
            }
        }
        run(tasks.stream());
    }

    private static void run(Stream<Runnable> tasks) {
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            workers.invokeAll(tasks.map(Executors::callable).toList()).forEach(done -> {
                if (done.state() == Future.State.FAILED) {
                    throw new IllegalStateException(done.exceptionNow());
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Runnable named(AccessRow row, Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                throw new IllegalStateException(row.operation() + " could not be asked", e);
            }
        };
    }

    private void askedWithoutRights(AccessRow row) {
        var path = path(row, thing(row));
        if (row.covers().equals("PUBLIC")) {
            var answer = calls.call(row, path, null);
            if (answer.status() == 401 || answer.status() == 403 || answer.status() >= 500) {
                holes.add(row, "nobody", null, "is public", answer);
            }
            return;
        }
        if (row.permission() != null && !row.own()) {
            var answer = calls.call(row, path, token(Actors.NOBODY, Place.OWN));
            if (answer.status() != 403) {
                holes.add(row, "an account without rights", null, "403", answer);
            }
        }
        requireUnknown(row, path, "no token", null);
        bad.forEach((what, token) -> requireUnknown(row, path, what, token));
    }

    private void requireUnknown(AccessRow row, String path, String what, @Nullable String token) {
        var answer = calls.call(row, path, token);
        if (answer.status() != 401) {
            holes.add(row, what, null, "401", answer);
        }
    }

    /** Whatever a list tells of is read one by one too. */
    private void listedAndRead(String role, AccessRow row) {
        var thing = row.reads() && row.outside().equals("LEFT_OUT") ? thing(row) : null;
        var reading = thing == null ? null : reading(thing);
        if (reading == null
                || reading.permission() == null
                || !reading.permission().equals(row.permission())
                || !roles.holds(role, row.permission())
                || row.path().contains("{")
                || reading.path().indexOf('{') != reading.path().lastIndexOf('{')) {
            return;
        }
        for (var place : LISTED_FROM) {
            if (unit(place) == null) {
                continue;
            }
            var list = calls.call(row, row.path() + "?limit=" + READ_OF_A_LIST, token(role, place));
            for (var id : list.ids()) {
                var read = calls.call(reading, reading.path().replaceAll("\\{[^}]+}", id), token(role, place));
                if (read.status() != 200) {
                    holes.add(row, role + " " + place, null, "no more than is read by itself", read);
                }
            }
        }
    }

    /** Once rights were taken away nothing is let through. */
    private void askedAfterwards(String role) {
        if (unit(Place.OWN) == null) {
            return;
        }
        rows.stream()
                .filter(row -> !row.own() && roles.holds(role, row.permission()))
                .sorted(Comparator.comparing(AccessRow::reads).reversed())
                .forEach(row -> {
                    if (!forgotten(() -> asked(row, role).status() == 403)) {
                        holes.add(row, role + " withdrawn", null, "403", asked(row, role));
                    }
                });
    }

    private boolean forgotten(Callable<Boolean> refused) {
        try {
            Awaitility.await()
                    .atMost(actors.known())
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(25))
                    .until(refused);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private Calls.Answer asked(AccessRow row, String role) {
        return calls.call(row, path(row, thing(row)), token(role, Place.OWN));
    }

    private void askedAs(String role, AccessRow row) {
        var things = things(row);
        var first = things.isEmpty() ? null : things.getFirst();
        if (row.permission() != null && !row.own() && !roles.holds(role, row.permission())) {
            check(row, role, Place.OWN, first);
            return;
        }
        for (var place : asksFrom(role, row)) {
            if (unit(place) != null || place == Place.EVERYWHERE) {
                if (things.isEmpty()) {
                    check(row, role, place, null);
                }
                things.forEach(thing -> check(row, role, place, thing));
            }
        }
    }

    /** Everywhere, unless where the grant stands says nothing: then outside, before and after. */
    private Set<Place> asksFrom(String role, AccessRow row) {
        var permission = row.permission();
        if (permission == null) {
            return EnumSet.of(Place.OWN);
        }
        return row.covers().equals("HELD") || roles.everywhere(role, permission)
                ? EnumSet.of(Place.BESIDE, Place.OTHER_LINE, Place.ENDED, Place.TOMORROW)
                : EnumSet.allOf(Place.class);
    }

    private void check(AccessRow row, String role, Place place, @Nullable Thing thing) {
        var readBy = thing == null ? null : readBy(thing);
        var expected = table.expected(row, role, place, thing, readBy);
        if (expected == Outcome.REACHED && !safe(row, thing)) {
            return;
        }
        if ((expected == Outcome.LISTED || expected == Outcome.LEFT_OUT) && thing == null) {
            expected = Outcome.REACHED;
        }
        var answer = calls.call(row, path(row, thing), token(role, place));
        if (!fits(expected, row, thing, answer)) {
            holes.add(row, role + " " + place, thing, expected.name(), answer);
        } else if (expected == Outcome.HIDDEN && place == Place.BESIDE) {
            var there = path(row, thing);
            var nowhere = Calls.anywhere(thing == null ? row.path() : thing.missing(row.path()));
            var missing = calls.call(row, nowhere, token(role, place));
            if (missing.status() != answer.status()
                    || !missing.asIfAsked(row, nowhere).equals(answer.asIfAsked(row, there))) {
                holes.add(row, role + " " + place, thing, "like one that is not there: " + missing, answer);
            }
        }
    }

    private static boolean fits(Outcome expected, AccessRow row, @Nullable Thing thing, Calls.Answer answer) {
        return switch (expected) {
            case REFUSED -> answer.status() == 403;
            case HIDDEN -> answer.status() == 404;
            case REACHED -> row.versioned() ? answer.status() == 428 : letThrough(row, thing, answer);
            case LISTED ->
                answer.status() == 200
                        && thing != null
                        && thing.marks().stream().allMatch(answer::tells)
                        && (!row.counts() || answer.countsWhatItTells());
            case LEFT_OUT ->
                answer.status() == 200
                        && thing != null
                        && thing.marks().stream().noneMatch(answer::tells)
                        && (!row.counts() || answer.countsWhatItTells());
        };
    }

    private static boolean letThrough(AccessRow row, @Nullable Thing thing, Calls.Answer answer) {
        if (answer.status() == 401 || answer.status() == 403) {
            return false;
        }
        if (row.reads() && thing != null && thing.names(row) && answer.status() >= 400 && answer.status() != 503) {
            return answer.status() == 400;
        }
        return answer.status() < 500
                || answer.body().contains(":not-yet-known")
                || answer.body().contains(":audit-entry-not-sealed");
    }

    /** Whether it may be called by whoever has the right: it changes nothing, or what it makes stays in this world. */
    private boolean safe(AccessRow row, @Nullable Thing thing) {
        return row.reads()
                || row.versioned() && thing != null
                || world.makes() && row.covers().equals("UNIT");
    }

    /** Things that the operation is about; one that makes something is called upon the plain one. */
    private List<Thing> things(AccessRow row) {
        var listed = world.lists().get(row.operation());
        var found = world.things().stream()
                .filter(thing -> listed == null
                        ? thing.at(row, world.base())
                        : thing.path().equals(listed))
                .toList();
        if (found.isEmpty() || listed != null) {
            return found;
        }
        int longest =
                found.stream().mapToInt(thing -> thing.path().length()).max().orElse(0);
        var nearest =
                found.stream().filter(thing -> thing.path().length() == longest).toList();
        return row.outside().equals("FORBIDDEN") ? nearest.subList(0, 1) : nearest;
    }

    private @Nullable Thing thing(AccessRow row) {
        return things(row).stream().findFirst().orElse(null);
    }

    private @Nullable AccessRow reading(Thing thing) {
        var shape = AccessRow.shape(world.base() + thing.path());
        return rows.stream()
                .filter(row -> row.reads() && row.shape().equals(shape))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String readBy(Thing thing) {
        var reading = reading(thing);
        return reading == null ? null : reading.permission();
    }

    private String path(AccessRow row, @Nullable Thing thing) {
        var path = thing == null ? row.path() : thing.in(row.path());
        return path + query(row, thing);
    }

    private String query(AccessRow row, @Nullable Thing thing) {
        var given = world.queries().getOrDefault(row.operation(), "");
        var narrowed = thing == null ? given : thing.in(given);
        return Stream.of(narrowed, row.counts() ? "total=true" : "")
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + "&" + other)
                .map(joined -> "?" + joined)
                .orElse("");
    }

    private @Nullable UUID unit(Place place) {
        return world.unit(place.holdsToday() ? place : Place.OWN);
    }

    private String token(String role, Place place) {
        return actors.token(role, place);
    }

    @Override
    public void close() {
        calls.close();
    }

    private static final class Holes {
        private final ConcurrentSkipListSet<String> found = new ConcurrentSkipListSet<>();

        void add(AccessRow row, String who, @Nullable Thing thing, String expected, Calls.Answer answer) {
            var body = answer.body();
            found.add("%s as %s upon %s: expected %s, got %d %s"
                    .formatted(
                            row.operation(),
                            who,
                            thing == null ? "nothing" : thing.name(),
                            expected,
                            answer.status(),
                            body.substring(0, Math.min(200, body.length()))));
        }

        List<String> all() {
            return List.copyOf(found);
        }
    }
}
