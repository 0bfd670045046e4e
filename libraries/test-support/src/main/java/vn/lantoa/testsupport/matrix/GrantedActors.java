package vn.lantoa.testsupport.matrix;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.lantoa.testsupport.Rights;
import vn.lantoa.testsupport.Tokens;

/** Actors of the shared identity provider, with grants in the database of the service; one of them is another system. */
final class GrantedActors implements Actors {
    private static final ZoneId PROVINCE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final AccessWorld world;
    private final Set<String> ofMachines;
    private final String run = "matrix-" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, UUID> persons = new ConcurrentHashMap<>();
    private final Set<String> systems = ConcurrentHashMap.newKeySet();

    /** @param ofMachines permissions that stand in the grants of the other system, whether they may or not */
    GrantedActors(AccessWorld world, Set<String> ofMachines) {
        this.world = world;
        this.ofMachines = ofMachines;
    }

    @Override
    public String token(String role, Place place) {
        return tokens.computeIfAbsent(role + "-" + place, actor -> granted(run + "-" + actor, role, place));
    }

    private synchronized String granted(String subject, String role, Place place) {
        if (role.equals(NOBODY)) {
            return Tokens.of(subject);
        }
        var today = LocalDate.now(PROVINCE);
        var from = place == Place.TOMORROW ? today.plusDays(1) : null;
        var to = place == Place.ENDED ? today : null;
        var line = place == Place.OTHER_LINE ? world.otherLine() : null;
        if (role.equals(RoleTable.MACHINE)) {
            machine(subject, unit(place), line, from, to);
            return Tokens.ofClient(subject, "");
        }
        var person = UUID.randomUUID();
        persons.put(subject, person);
        Rights.grant(world.database(), subject, person, role, unit(place), line, from, to);
        return Tokens.of(subject);
    }

    private @Nullable UUID unit(Place place) {
        if (place == Place.EVERYWHERE) {
            return null;
        }
        return world.unit(place.holdsToday() ? place : Place.OWN);
    }

    private void machine(
            String subject,
            @Nullable UUID unit,
            @Nullable String line,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        var client = UUID.randomUUID();
        systems.add(subject);
        Rights.client(world.database(), subject, client);
        ofMachines.forEach(
                permission -> Rights.grantToClient(world.database(), client, permission, unit, line, from, to));
    }

    @Override
    public Map<String, String> bad() {
        var role = RoleTable.ofTheClassPath().codes().iterator().next();
        var valid = token(role, Place.EVERYWHERE);
        var subject = run + "-" + role + "-" + Place.EVERYWHERE;
        var parts = valid.split("\\.");
        var bad = new LinkedHashMap<String, String>();
        bad.put("not a token", "forged");
        bad.put("other claims", parts[0] + "." + flipped(parts[1]) + "." + parts[2]);
        bad.put("other signature", parts[0] + "." + parts[1] + "." + flipped(parts[2]));
        bad.put("expired", Tokens.expired(subject));
        bad.put("of later", Tokens.ofTomorrow(subject));
        bad.put("for another audience", Tokens.forAudience(subject, "kho-bac"));
        bad.put("of another realm", Tokens.ofRealm("tinh-khac", subject));
        return bad;
    }

    private static String flipped(String part) {
        int middle = part.length() / 2;
        return part.substring(0, middle) + (part.charAt(middle) == 'A' ? 'B' : 'A') + part.substring(middle + 1);
    }

    @Override
    public void withdraw() {
        persons.values().forEach(person -> Rights.withdraw(world.database(), person));
        systems.forEach(system -> Rights.withdrawFromClient(world.database(), system));
    }

    @Override
    public Duration known() {
        return Duration.ofSeconds(10);
    }
}
