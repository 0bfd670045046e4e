package vn.lantoa.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose act it is: the caller's and, where the right to it is held by delegation alone, the delegators'. What one of them may
 * not do, another does not do in their name.
 *
 * @param records every record of every one of them
 * @param permissions names of all that any of them holds anywhere today, whatever a token leaves of it
 */
public record Actors(Set<UUID> records, Set<String> permissions) {
    /** Whether it is the act of that person, by any record of theirs. */
    public boolean include(@Nullable UUID person) {
        return person != null && records.contains(person);
    }

    /** Whether any of them holds the permission anywhere. */
    public boolean hold(String permission) {
        return permissions.contains(permission);
    }
}
