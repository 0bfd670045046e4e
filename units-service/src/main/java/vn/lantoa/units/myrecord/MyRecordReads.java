package vn.lantoa.units.myrecord;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.sql.Query;
import vn.lantoa.units.codelist.Label;

/** The parts of a person's record, under whichever id they were entered; the latest first. */
@ApplicationScoped
class MyRecordReads {
    private static final String UNIT_NAME =
            "(SELECT v.name FROM unit_version v WHERE v.unit = %s.unit ORDER BY v.valid_to DESC NULLS FIRST LIMIT 1) AS unit_name";

    private final DataSource database;

    MyRecordReads(DataSource database) {
        this.database = database;
    }

    List<MyRecord.MyPost> posts(UUID person) {
        return Query.of(
                        "SELECT o.*, " + UNIT_NAME.formatted("o")
                                + " FROM post o WHERE o.person = ANY (person_records(?)) AND o.annulled_at IS NULL ORDER BY o.valid_from DESC NULLS LAST, o.id",
                        person)
                .list(
                        database,
                        row -> new MyRecord.MyPost(
                                row.id("id"),
                                row.id("unit"),
                                row.text("unit_name"),
                                row.text("title"),
                                row.flag("is_leading"),
                                row.dayOrNull("valid_from"),
                                row.dayOrNull("valid_to")));
    }

    List<MyRecord.MyMembership> memberships(UUID person) {
        return Query.of(
                        "SELECT m.*, " + UNIT_NAME.formatted("m")
                                + " FROM membership m WHERE m.person = ANY (person_records(?)) AND m.annulled_at IS NULL ORDER BY m.valid_from DESC NULLS LAST, m.id",
                        person)
                .list(
                        database,
                        row -> new MyRecord.MyMembership(
                                row.id("id"),
                                row.id("unit"),
                                row.text("unit_name"),
                                row.text("line"),
                                row.text("kind"),
                                row.dayOrNull("valid_from"),
                                row.dayOrNull("valid_to")));
    }

    List<MyRecord.MyTransfer> transfers(UUID person) {
        return Query.of("""
                        SELECT t.*,
                               (SELECT v.name FROM unit_version v WHERE v.unit = t.from_unit
                                ORDER BY v.valid_to DESC NULLS FIRST LIMIT 1) AS from_name,
                               (SELECT v.name FROM unit_version v WHERE v.unit = t.to_unit
                                ORDER BY v.valid_to DESC NULLS FIRST LIMIT 1) AS to_name
                        FROM transfer t WHERE t.person = ANY (person_records(?)) ORDER BY t.effective_on DESC, t.id
                        """, person)
                .list(
                        database,
                        row -> new MyRecord.MyTransfer(
                                row.id("id"),
                                row.text("line"),
                                row.id("from_unit"),
                                row.text("from_name"),
                                row.id("to_unit"),
                                row.text("to_name"),
                                row.day("effective_on"),
                                row.text("status"),
                                row.textOrNull("document")));
    }

    List<MyRecord.MyGrant> grants(UUID person) {
        return Query.of(
                        "SELECT g.*, r.label_vi, r.label_en, " + UNIT_NAME.formatted("g")
                                + " FROM role_grant g JOIN role r ON r.code = g.role WHERE g.person = ANY (person_records(?)) AND g.annulled_at IS NULL"
                                + " ORDER BY g.valid_from DESC NULLS LAST, g.id",
                        person)
                .list(
                        database,
                        row -> new MyRecord.MyGrant(
                                row.id("id"),
                                row.text("role"),
                                new Label(row.text("label_vi"), row.text("label_en")),
                                row.idOrNull("unit"),
                                row.textOrNull("unit_name"),
                                row.textOrNull("line"),
                                row.dayOrNull("valid_from"),
                                row.dayOrNull("valid_to"),
                                row.textOrNull("document")));
    }

    List<MyRecord.MyAccount> accounts(UUID person) {
        return Query.of("SELECT * FROM person_account WHERE person = ANY (person_records(?)) ORDER BY id", person)
                .list(
                        database,
                        row -> new MyRecord.MyAccount(
                                row.id("id"),
                                row.text("issuer"),
                                row.text("subject"),
                                row.dayOrNull("valid_from"),
                                row.dayOrNull("valid_to")));
    }

    List<UUID> merged(UUID person) {
        return Query.of("SELECT unnest(person_records(?)) AS id", person).list(database, row -> row.id("id")).stream()
                .filter(id -> !id.equals(person))
                .toList();
    }
}
