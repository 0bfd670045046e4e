package vn.lantoa.units.reorganisation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.lantoa.sql.Query;

/** The code lists that operations draw on, as they are now. */
final class CodeLists {
    private final Map<String, Set<String>> codes;

    private CodeLists(Map<String, Set<String>> codes) {
        this.codes = codes;
    }

    static CodeLists read(DataSource database) {
        return new CodeLists(Query.of("""
                SELECT 'kind' AS list, code FROM unit_kind UNION ALL SELECT 'sector', code FROM sector
                UNION ALL SELECT 'line', code FROM line UNION ALL SELECT 'scheme', code FROM identifier_scheme
                """).list(database, row -> List.of(row.text("list"), row.text("code"))).stream()
                .collect(Collectors.groupingBy(List::getFirst, Collectors.mapping(List::getLast, Collectors.toSet()))));
    }

    void require(String list, String code, String at, World world) {
        if (!codes.getOrDefault(list, Set.of()).contains(code)) {
            world.problem(at, "unknown-" + list, code);
        }
    }

    void requireAll(NewUnit unit, String at, World world) {
        require("kind", unit.kind(), at + "/kind", world);
        require("sector", unit.sector(), at + "/sector", world);
        for (int i = 0; i < unit.placementsOrNone().size(); i++) {
            require("line", unit.placementsOrNone().get(i).line(), at + "/placements/" + i + "/line", world);
        }
        for (int i = 0; i < unit.identifiersOrNone().size(); i++) {
            var scheme = unit.identifiersOrNone().get(i).schemeOrDefault();
            require("scheme", scheme, at + "/identifiers/" + i + "/scheme", world);
        }
    }
}
