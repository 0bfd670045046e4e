package vn.lantoa.testsupport.matrix;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.testsupport.Rights;
import vn.lantoa.testsupport.Tokens;
import vn.lantoa.testsupport.matrix.Table.Outcome;

/**
 * Calls every operation of a contract as every role from every place, upon things of one unit, and compares with the table:
 * what the contract says that each reaches ({@code x-lantoa-access}) and what the roles permit. Nothing is expected per
 * operation; one without a row fails.
 */
public final class AccessMatrix implements AutoCloseable {
    private static final ZoneId PROVINCE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int AT_ONCE = 4;
    private static final String NOBODY = "NOBODY";

    private final AccessWorld world;
    private final RoleTable roles;
    private final Table table;
    private final Calls calls;
    private final BiFunction<String, Place, String> tokens;
    private final List<AccessRow> rows;
    private final Map<String, String> actors = new ConcurrentHashMap<>();
    private final Holes holes = new Holes();

    /** Against a service that listens there. */
    public static AccessMatrix of(AccessWorld world, String address) {
        var run = "matrix-" + UUID.randomUUID().toString().substring(0, 8);
        return new AccessMatrix(
                world, address, RoleTable.ofTheClassPath(), (role, place) -> granted(world, run, role, place));
    }

    AccessMatrix(AccessWorld world, String address, RoleTable roles, BiFunction<String, Place, String> tokens) {
        this.world = world;
        this.roles = roles;
        this.table = new Table(roles);
        this.calls = new Calls(address, world.fields());
        this.tokens = tokens;
        this.rows = AccessRow.all(calls.contract());
        world.elsewhere().values().forEach(AccessMatrix::requireClass);
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
        // what reads goes first: a list is compared with its count while nothing is made
        ask(rows.stream().filter(AccessRow::reads).toList());
        ask(rows.stream().filter(row -> !row.reads()).toList());
        return holes.all();
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
            }
        }
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            workers.invokeAll(tasks.stream().map(Executors::callable).toList()).forEach(done -> {
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
            var answer = calls.call(row, path, token(NOBODY, Place.OWN));
            if (answer.status() != 403) {
                holes.add(row, "an account without rights", null, "403", answer);
            }
        }
        var valid = token(roles.codes().iterator().next(), Place.EVERYWHERE);
        for (var bad : bad(valid).entrySet()) {
            var answer = calls.call(row, path, bad.getValue().isEmpty() ? null : bad.getValue());
            // 429 where failures are counted
            if (answer.status() != 401 && answer.status() != 429) {
                holes.add(row, bad.getKey(), null, "401", answer);
            }
        }
    }

    /** No token, none at all, one whose claims were changed, one whose signature was. */
    private static Map<String, String> bad(String valid) {
        var parts = valid.split("\\.");
        if (parts.length != 3) {
            return Map.of("no token", "", "not a token", "forged");
        }
        return Map.of(
                "no token",
                "",
                "not a token",
                "forged",
                "other claims",
                parts[0] + "." + flipped(parts[1]) + "." + parts[2],
                "other signature",
                parts[0] + "." + parts[1] + "." + flipped(parts[2]));
    }

    private static String flipped(String part) {
        int middle = part.length() / 2;
        return part.substring(0, middle) + (part.charAt(middle) == 'A' ? 'B' : 'A') + part.substring(middle + 1);
    }

    private void askedAs(String role, AccessRow row) {
        var things = things(row);
        var first = things.isEmpty() ? null : things.getFirst();
        if (row.permission() != null && !row.own() && !roles.holds(role, row.permission())) {
            check(row, role, Place.OWN, first);
            return;
        }
        for (var place : Place.values()) {
            if (unit(place) != null || place == Place.EVERYWHERE) {
                if (things.isEmpty()) {
                    check(row, role, place, null);
                }
                things.forEach(thing -> check(row, role, place, thing));
            }
        }
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
        return answer.status() < 500 || answer.body().contains(":not-yet-known");
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

    private @Nullable String readBy(Thing thing) {
        var shape = AccessRow.shape(world.base() + thing.path());
        return rows.stream()
                .filter(row -> row.reads() && row.shape().equals(shape))
                .findFirst()
                .map(AccessRow::permission)
                .orElse(null);
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
        return actors.computeIfAbsent(role + " " + place, actor -> tokens.apply(role, place));
    }

    private static synchronized String granted(AccessWorld world, String run, String role, Place place) {
        var subject = run + "-" + role + "-" + place;
        if (role.equals(NOBODY)) {
            return Tokens.of(subject);
        }
        var today = LocalDate.now(PROVINCE);
        Rights.grant(
                world.database(),
                subject,
                UUID.randomUUID(),
                role,
                place == Place.EVERYWHERE ? null : world.unit(place.holdsToday() ? place : Place.OWN),
                place == Place.OTHER_LINE ? world.otherLine() : null,
                place == Place.TOMORROW ? today.plusDays(1) : null,
                place == Place.ENDED ? today : null);
        return Tokens.of(subject);
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
