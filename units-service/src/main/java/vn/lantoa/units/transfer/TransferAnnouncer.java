package vn.lantoa.units.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.units.TransferAccepted;
import vn.lantoa.events.units.TransferDeclined;
import vn.lantoa.events.units.TransferProposed;
import vn.lantoa.events.units.TransferWithdrawn;
import vn.lantoa.outbox.Announcer;

/** Tells again how a transfer stands. */
@ApplicationScoped
class TransferAnnouncer implements Announcer {
    private final Transfers transfers;

    TransferAnnouncer(Transfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public String kind() {
        return "transfer";
    }

    @Override
    public String table() {
        return "transfer";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return transfers.findByIdOptional(id).map(found -> {
            var state = found.state();
            return switch (TransferStatus.valueOf(state.status())) {
                case PROPOSED -> new TransferProposed(id, announcing, state);
                case ACCEPTED -> new TransferAccepted(id, announcing, state);
                case DECLINED -> new TransferDeclined(id, announcing, state);
                case WITHDRAWN -> new TransferWithdrawn(id, announcing, state);
            };
        });
    }
}
