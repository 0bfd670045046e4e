package vn.lantoa.audit.sealing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lantoa.audit.proof.CanonicalEntry;
import vn.lantoa.audit.proof.Hashes;
import vn.lantoa.audit.proof.Head;
import vn.lantoa.audit.proof.SigningKey;
import vn.lantoa.events.Act;
import vn.lantoa.events.AuditHeadState;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.rest.Ids;
import vn.lantoa.sql.SqlFailure;

/**
 * Puts committed entries of the trail into the log, batch by batch: leaves, the subtrees they complete, and a signed head,
 * with its event, in one transaction. One process at a time; a second one finds the lock taken and leaves.
 */
@ApplicationScoped
class Sealer {
    private static final int PATIENCE_SECONDS = 300;
    /** Only the roots of every eighth level are kept; what lies between is reckoned from 256 of them. */
    private static final int KEPT_LEVELS = 8;

    private final DataSource database;
    private final SealingConfig config;
    private final SealingKeys keys;
    private final Outbox outbox;
    private final Clock clock;
    private final String service;

    Sealer(
            DataSource database,
            SealingConfig config,
            SealingKeys keys,
            Outbox outbox,
            Clock clock,
            @ConfigProperty(name = "lantoa.service") String service) {
        this.database = database;
        this.config = config;
        this.keys = keys;
        this.outbox = outbox;
        this.clock = clock;
        this.service = service;
    }

    /** Until nothing is left that can be sealed now. @return how many entries were sealed */
    long sealAll() {
        long sealed = 0;
        int batch;
        do {
            batch = QuarkusTransaction.requiringNew().timeout(PATIENCE_SECONDS).call(this::seal);
            sealed += batch;
        } while (batch > 0);
        return sealed;
    }

    private int seal() {
        try (var connection = database.getConnection()) {
            var tables = new LogTables(connection);
            if (!tables.lock()) {
                return 0;
            }
            var last = tables.last();
            var batch = new Batch();
            if (tables.isOfAnotherDatabase(last)) {
                tables.leftOver(last, config.batch(), batch);
                if (batch.entries.isEmpty()) {
                    last = last.nextEra();
                }
            }
            if (batch.entries.isEmpty()) {
                tables.next(last, config.batch(), batch);
            }
            if (!batch.entries.isEmpty()) {
                write(tables, last, batch);
            }
            return batch.entries.size();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Hashes while rows arrive, so that states are not kept. */
    private static final class Batch implements LogTables.EntryConsumer {
        final List<UUID> entries = new ArrayList<>();
        final List<byte[]> leaves = new ArrayList<>();
        private final Hashes hashes = new Hashes();
        String lastXid = "";

        @Override
        public void accept(CanonicalEntry entry) {
            entries.add(entry.id());
            leaves.add(hashes.leaf(entry.bytes()));
            lastXid = entry.xid();
        }
    }

    private void write(LogTables tables, SealedUpTo last, Batch batch) throws SQLException {
        var tree = last.tree();
        var nodes = new ArrayList<LogTables.Node>();
        for (byte[] leaf : batch.leaves) {
            tree.append(leaf, (level, index, root) -> {
                if (level % KEPT_LEVELS == 0) {
                    nodes.add(new LogTables.Node(level, index, root));
                }
            });
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var head = new Head(keys.origin(), tree.size(), tree.root(), at, last.era());
        var note = head.signed(keys.all());
        var id = Ids.next();
        tables.addLeaves(last.size(), batch.entries, batch.leaves);
        tables.addNodes(nodes);
        for (SigningKey key : keys.all()) {
            tables.rememberKey(key.verifying().toString(), at);
        }
        for (var voucher : keys.vouchers()) {
            tables.rememberVoucher(voucher, at);
        }
        var upTo = new SealedUpTo(tree.size(), tree.encoded(), last.era(), batch.lastXid, batch.entries.getLast());
        tables.addHead(id, upTo, head.root(), at, note);
        outbox.publish(event(id, head, note));
    }

    private DomainEvent event(UUID id, Head head, String note) {
        var act = new Act("audit.seal", head.at(), null, null);
        var state = new AuditHeadState(
                id, head.origin(), head.size(), Base64.getEncoder().encodeToString(head.root()), head.at(), note);
        return switch (service) {
            case "units" -> new vn.lantoa.events.units.AuditHeadSealed(id, act, state);
            case "campaigns" -> new vn.lantoa.events.campaigns.AuditHeadSealed(id, act, state);
            case "recognition" -> new vn.lantoa.events.recognition.AuditHeadSealed(id, act, state);
            default -> throw new IllegalStateException("No topic for the heads of " + service);
        };
    }
}
