package vn.lantoa.access;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What other systems may be granted. They read; a few acts of theirs an installation may list. What is for persons alone
 * (voting, signing, registering and proposing, granting rights, opening what is sealed, operating a service) is never theirs:
 * a grant of it counts for nothing, whoever wrote it.
 */
public final class MachinePermissions {
    private static final String READING = ".read";
    private static final Pattern NEVER = Pattern.compile(
            "(decision|vote|ballot|session|registration|response|nomination|campaign|role|role-grant|machine-client|account"
                    + "|reorganisation|transfer|line|import|announcement|dead-letter|audit|access)\\.(?!read$).*"
                    + "|(audit|dead-letter|role|machine-client)\\.read"
                    + "|person\\.(identify|register|erase|merge|export-sealed)");

    private MachinePermissions() {}

    /** Whether another system may be granted the permission. @param listed what the installation allows beyond reading */
    public static boolean isGrantable(String permission, Set<String> listed) {
        return !isNever(permission) && (permission.endsWith(READING) || listed.contains(permission));
    }

    static boolean isNever(String permission) {
        return NEVER.matcher(permission).matches();
    }
}
