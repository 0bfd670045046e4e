package vn.lantoa.testsupport.matrix;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the table says must become of a call. */
final class Table {
    enum Outcome {
        /** Let through as far as rights go. */
        REACHED,
        /** 403. */
        REFUSED,
        /** 404, as if there were none. */
        HIDDEN,
        /** A list or file that tells of it. */
        LISTED,
        /** A list or file that does not tell of it, nor counts it. */
        LEFT_OUT
    }

    private final RoleTable roles;

    Table(RoleTable roles) {
        this.roles = roles;
    }

    /**
     * @param readBy permission to read the thing, by the row that reads it
     * @param thing null where the operation is about none
     */
    Outcome expected(AccessRow row, String role, Place place, @Nullable Thing thing, @Nullable String readBy) {
        return switch (row.covers()) {
            case "PUBLIC", "ACCOUNT" -> Outcome.REACHED;
            case "OWN" -> ofOthers(row, role, place, thing);
            default -> byPermission(row, role, place, thing, readBy);
        };
    }

    private Outcome ofOthers(AccessRow row, String role, Place place, @Nullable Thing thing) {
        var permission = row.permission();
        if (permission == null ? role.equals(RoleTable.MACHINE) : !held(role, permission, place)) {
            return Outcome.REFUSED;
        }
        boolean all = permission != null && everywhere(role, permission, place);
        if (row.outside().equals("LEFT_OUT")) {
            return all ? Outcome.LISTED : Outcome.LEFT_OUT;
        }
        return thing == null || all ? Outcome.REACHED : Outcome.HIDDEN;
    }

    private Outcome byPermission(
            AccessRow row, String role, Place place, @Nullable Thing thing, @Nullable String readBy) {
        var permission = row.permission();
        if (permission == null) {
            throw new IllegalStateException(row.operation() + " covers " + row.covers() + " by no permission");
        }
        if (!row.own() && !held(role, permission, place)) {
            return Outcome.REFUSED;
        }
        return switch (row.covers()) {
            case "HELD" -> Outcome.REACHED;
            case "EVERYWHERE" -> everywhere(role, permission, place) ? Outcome.REACHED : Outcome.REFUSED;
            default -> byUnit(row, permission, role, place, thing, readBy);
        };
    }

    private Outcome byUnit(
            AccessRow row,
            String permission,
            String role,
            Place place,
            @Nullable Thing thing,
            @Nullable String readBy) {
        boolean covered = covers(role, permission, place, thing);
        if (row.outside().equals("LEFT_OUT")) {
            return covered || open(thing) && held(role, permission, place) ? Outcome.LISTED : Outcome.LEFT_OUT;
        }
        if (row.outside().equals("FORBIDDEN")) {
            return covered ? Outcome.REACHED : Outcome.REFUSED;
        }
        if (thing == null) {
            return Outcome.HIDDEN;
        }
        var reading = readBy == null ? permission : readBy;
        boolean readable = covers(role, reading, place, thing) || open(thing) && held(role, reading, place);
        if (!readable) {
            return Outcome.HIDDEN;
        }
        return covered || permission.equals(reading) && row.reads() ? Outcome.REACHED : Outcome.REFUSED;
    }

    boolean held(String role, String permission, Place place) {
        return place.holdsToday() && roles.holds(role, permission);
    }

    private boolean everywhere(String role, String permission, Place place) {
        return held(role, permission, place) && (place == Place.EVERYWHERE || roles.everywhere(role, permission));
    }

    private boolean covers(String role, String permission, Place place, @Nullable Thing thing) {
        var from = thing == null ? Set.of(Place.OWN, Place.ABOVE) : thing.reachedFrom();
        return everywhere(role, permission, place) || held(role, permission, place) && from.contains(place);
    }

    private static boolean open(@Nullable Thing thing) {
        return thing != null && thing.open();
    }
}
