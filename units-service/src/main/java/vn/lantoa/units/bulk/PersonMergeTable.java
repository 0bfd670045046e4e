package vn.lantoa.units.bulk;

import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import vn.lantoa.units.person.MergePerson;

/** Every merger of records there ever was, with its end. The pointer of a merged record stands in the file of persons. */
@Singleton
class PersonMergeTable extends PersonTable {
    PersonMergeTable(DataSource database) {
        super(database, layout(), "target");
    }

    private static TableLayout layout() {
        return TableLayout.of(
                        "person-mergers",
                        "Gộp hồ sơ",
                        "person_merge",
                        Field.of(Column.id("id", "Mã hệ thống").needed()),
                        Field.of(Column.id("source", "Hồ sơ được gộp").needed()).refersTo("person"),
                        Field.of(Column.id("target", "Gộp vào hồ sơ").needed()).refersTo("person"),
                        Field.of(Column.of(MergePerson.class, "reason", "Lý do").like("Trùng hồ sơ")),
                        Field.of(Column.instant("mergedAt", "Lúc").needed().like("2025-07-01T02:00:00Z")),
                        Field.of(Column.id("mergedBy", "Người gộp")),
                        Field.of(Column.instant("undoneAt", "Bỏ gộp lúc")),
                        Field.of(Column.id("undoneBy", "Người bỏ gộp")),
                        Field.of(Column.text("undoReason", "Lý do bỏ gộp")))
                .allowedBy("person.merge", "person.read")
                .sameBy("source", "target", "merged_at")
                .inOrder("t.merged_at, t.id");
    }

    @Override
    protected List<Offence> offences() {
        return List.of(new Offence(
                "source",
                "person-not-merged",
                "p.id",
                "JOIN person p ON p.id = (r.data ->> 'source')::uuid",
                "r.data ->> 'undone_at' IS NULL AND p.merged_into IS DISTINCT FROM (r.data ->> 'target')::uuid"));
    }
}
