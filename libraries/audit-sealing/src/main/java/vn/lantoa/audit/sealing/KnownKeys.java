package vn.lantoa.audit.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import vn.lantoa.audit.proof.KeyVoucher;
import vn.lantoa.audit.proof.SigningKey;
import vn.lantoa.audit.proof.VerifyingKey;
import vn.lantoa.sql.Query;

/**
 * The public keys of the log: those the service signs with, and older ones that they vouch for, directly or through one
 * another. What merely stands in {@code audit_key} proves nothing, for whoever speaks as the service can write there.
 */
@ApplicationScoped
class KnownKeys {
    private static final String VOUCHERS = "SELECT note FROM audit_key_voucher ORDER BY since LIMIT 100";

    private final DataSource database;
    private final SealingKeys keys;

    KnownKeys(DataSource database, SealingKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** Those that have signed, the present one first. */
    List<KeyView> views() {
        var notes = Query.of(VOUCHERS).list(database, row -> row.text("note"));
        return KeyVoucher.trusted(verifying(keys.all()), notes).stream()
                .flatMap(key -> Query.of("SELECT key, since FROM audit_key WHERE key = ?", key.toString())
                        .first(database, row -> new KeyView(row.text("key"), row.instant("since")))
                        .stream())
                .toList();
    }

    /** @param keys that are configured */
    static List<VerifyingKey> trusted(Connection connection, List<SigningKey> keys) throws SQLException {
        var notes = new ArrayList<String>();
        try (var query = connection.prepareStatement(VOUCHERS);
                var row = query.executeQuery()) {
            while (row.next()) {
                notes.add(row.getString(1));
            }
        }
        return KeyVoucher.trusted(verifying(keys), notes);
    }

    private static List<VerifyingKey> verifying(List<SigningKey> keys) {
        return keys.stream().map(SigningKey::verifying).toList();
    }
}
