package vn.lantoa.access;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What other systems may be granted. They read; a few acts of theirs an installation may list. What is for persons alone
 * (voting, signing, registering and proposing, granting rights, opening what is sealed, operating a service) is never theirs:
 * a grant of it counts for nothing, whoever wrote it.
 */
public final class MachinePermissions {
    private static final String READING = ".read";
    /** What is read by these concerns no person; awards and events do: they name whom they are about. */
    private static final Set<String> NOTHING_PERSONAL = Set.of("unit.read", "campaign.read");

    private static final Pattern NEVER = Pattern.compile(
            "(decision|vote|ballot|session|registration|response|nomination|campaign|role|role-grant|machine-client|account"
                    + "|reorganisation|transfer|line|import|announcement|dead-letter|audit|access|access-review)\\.(?!read$).*"
                    + "|(audit|dead-letter|role|machine-client|access-review)\\.read"
                    + "|person\\.(identify|register|erase|merge|export-sealed)|relative\\..*");

    private MachinePermissions() {}

    /** Whether another system may be granted the permission. @param listed what the installation allows beyond reading */
    public static boolean isGrantable(String permission, Set<String> listed) {
        return !isNever(permission) && (permission.endsWith(READING) || listed.contains(permission));
    }

    /**
     * Whether the grant reaches further than another system may: everywhere and on every line only what is not personal;
     * anything else needs a unit and a line, so that no line that is confidential is taken in by oversight.
     */
    public static boolean isTooWide(String permission, @Nullable UUID unit, @Nullable String line) {
        return unit == null ? line != null || !NOTHING_PERSONAL.contains(permission) : line == null;
    }

    static boolean isNever(String permission) {
        return NEVER.matcher(permission).matches();
    }
}
