package vn.lantoa.units.bulk;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.InstallationKeys;
import vn.lantoa.privacy.Seal;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.SqlFailure;

/** Files of imports in the database, in sealed parts, so that any replica of the service can go on with them. */
@Singleton
class ImportFiles {
    private static final int PART = 512 * 1024;

    private final DataSource database;
    private final Seal seal;

    ImportFiles(DataSource database, InstallationKeys keys) {
        this.database = database;
        this.seal = keys.seal("lantoa import files");
    }

    void keep(UUID importId, InputStream content) throws IOException {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement("INSERT INTO bulk_file (import, part, sealed) VALUES (?, ?, ?)")) {
            int part = 0;
            for (var bytes = content.readNBytes(PART); bytes.length > 0; bytes = content.readNBytes(PART)) {
                insert.setObject(1, importId);
                insert.setInt(2, part);
                insert.setBytes(3, seal.close(bytes, context(importId, part)));
                insert.executeUpdate();
                part++;
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Part by part; empty once the file is forgotten. */
    InputStream open(UUID importId) {
        return new Parts(importId);
    }

    Table table(UUID importId, FileFormat format) throws IOException {
        return format == FileFormat.CSV ? CsvTable.of(open(importId)) : XlsxTable.of(open(importId));
    }

    private static byte[] context(UUID importId, int part) {
        return ByteBuffer.allocate(20)
                .putLong(importId.getMostSignificantBits())
                .putLong(importId.getLeastSignificantBits())
                .putInt(part)
                .array();
    }

    private final class Parts extends InputStream {
        private final UUID importId;
        private byte[] current = new byte[0];
        private int read;
        private int part;

        Parts(UUID importId) {
            this.importId = importId;
        }

        @Override
        public int read() {
            return read == current.length && !next() ? -1 : current[read++] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (read == current.length && !next()) {
                return -1;
            }
            int count = Math.min(length, current.length - read);
            System.arraycopy(current, read, bytes, offset, count);
            read += count;
            return count;
        }

        private boolean next() {
            byte @Nullable [] sealed = Query.of(
                            "SELECT sealed FROM bulk_file WHERE import = ? AND part = ?", importId, part)
                    .first(database, row -> Objects.requireNonNull(row.bytesOrNull("sealed")))
                    .orElse(null);
            if (sealed == null) {
                return false;
            }
            current = seal.open(sealed, context(importId, part));
            read = 0;
            part++;
            return true;
        }
    }
}
