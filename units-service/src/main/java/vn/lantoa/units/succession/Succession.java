package vn.lantoa.units.succession;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which units end on a day and who comes after them.
 *
 * @param day first day of the new order
 * @param ending the units that end on that day
 * @param becomes the one unit that goes on with all the work of an ending one; absent where there is none or where it is
 *     shared out
 * @param handovers members and posts that pass from one unit to another by name, also between units that go on
 */
public record Succession(LocalDate day, Set<UUID> ending, Map<UUID, UUID> becomes, List<Handover> handovers) {
    public Optional<UUID> heirOf(UUID unit) {
        return Optional.ofNullable(becomes.get(unit));
    }

    /**
     * @param members ids of the persons who pass over; null: all
     * @param posts ids of the posts that pass over; null: all
     */
    public record Handover(
            UUID from,
            UUID to,
            @Nullable Set<UUID> members,
            @Nullable Set<UUID> posts) {
        public boolean movesMember(UUID person) {
            return members == null || members.contains(person);
        }

        public boolean movesPost(UUID post) {
            return posts == null || posts.contains(post);
        }
    }
}
