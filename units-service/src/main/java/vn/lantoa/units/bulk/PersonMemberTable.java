package vn.lantoa.units.bulk;

import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;

/** Who belongs to a household, and who did the one deed of a group together. */
@Singleton
class PersonMemberTable extends PersonTable {
    PersonMemberTable(DataSource database) {
        super(database, layout(), "recipient");
    }

    private static TableLayout layout() {
        return TableLayout.of(
                        "person-members",
                        "Thành viên của hộ, nhóm",
                        "person_member",
                        Field.of(Column.id("recipient", "Hộ hoặc nhóm")
                                        .needed()
                                        .like("01980c3e-7a10-7c5e-9d41-2f6b8a3e5d01"))
                                .refersTo("person"),
                        Field.of(Column.id("person", "Thành viên")
                                        .needed()
                                        .like("01980c3e-7a10-7c5e-9d41-2f6b8a3e5d02"))
                                .refersTo("person"))
                .allowedBy("person.register", "person.read")
                .sameBy("recipient", "person")
                .inOrder("t.recipient, t.person");
    }

    @Override
    protected List<Offence> offences() {
        return List.of(
                new Offence(
                        "recipient",
                        "not-for-kind",
                        "g.kind",
                        "JOIN person g ON g.id = (r.data ->> 'recipient')::uuid",
                        "g.kind NOT IN ('HOUSEHOLD', 'GROUP')"),
                new Offence(
                        "person",
                        "unknown-member",
                        "m.id",
                        "JOIN person m ON m.id = (r.data ->> 'person')::uuid",
                        "m.kind NOT IN ('INDIVIDUAL', 'FOREIGNER')"));
    }
}
