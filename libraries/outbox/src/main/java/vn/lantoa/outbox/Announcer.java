package vn.lantoa.outbox;

import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;

/** A kind of aggregate that can be announced again as it is now. A bean for each kind; {@code POST /admin/announcements} uses it. */
public interface Announcer {
    /** Name of the kind, such as {@code role-grant}. */
    String kind();

    /** Table with every aggregate of the kind, its key in the column {@code id}. A constant of the code. */
    String table();

    /**
     * The aggregate as it is now, as the event that fits its state; empty when there is none of that id. Nobody else can
     * publish about it meanwhile.
     *
     * @param announcing what the event says that happened, where its contract takes an act
     */
    Optional<DomainEvent> current(UUID id, Act announcing);
}
