package vn.lantoa.units.mapping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.SqlFailure;
import vn.lantoa.units.mapping.MappingOperations.Draft;

/** Keeps with a drafted reorganisation the rows that it comes from. */
@ApplicationScoped
class MappingDrafts {
    private static final String INSERT = """
            INSERT INTO reorganisation_mapping (reorganisation, place, scheme, old_code, old_name, new_code, new_name, new_kind,
                                                new_parent, portion, change, article, old_unit, new_unit)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final DataSource database;

    MappingDrafts(DataSource database) {
        this.database = database;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keep(UUID reorganisation, Draft draft, Register register) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            for (var row : draft.rows()) {
                var made = row.newKey();
                var old = Objects.requireNonNull(register.before().get(row.oldKey()));
                @Nullable
                Object[] values = {
                    reorganisation,
                    row.number(),
                    row.scheme(),
                    row.oldCode(),
                    row.oldName(),
                    row.newCode(),
                    row.newName(),
                    row.newKind(),
                    row.newParent(),
                    row.portion().name(),
                    row.change() == null ? null : row.change().name(),
                    row.article(),
                    old.unit(),
                    made == null ? null : draft.units().get(made)
                };
                for (int i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
