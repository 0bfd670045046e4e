package vn.lantoa.units.bulk;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;

/** The codes that may stand in a column, with the labels that people choose from. */
@Singleton
class CodeLists {
    private static final Map<String, String> SELECTS = Map.of(
            "lines", "SELECT code, label_vi FROM line ORDER BY position, code",
            "unit-kinds", "SELECT code, label_vi FROM unit_kind ORDER BY position, code",
            "sectors", "SELECT code, label_vi FROM sector ORDER BY position, code",
            "identifier-schemes", "SELECT code, label_vi FROM identifier_scheme ORDER BY position, code",
            "post-groups", "SELECT code, label_vi FROM post_group ORDER BY position, code",
            "ethnic-groups", "SELECT code, label_vi FROM ethnic_group ORDER BY position, code",
            "relation-kinds", "SELECT code, label_vi FROM relation_kind ORDER BY position, code",
            "unit-reasons", "SELECT code, label_vi FROM unit_reason ORDER BY position, code",
            "roles", "SELECT code, label_vi FROM role ORDER BY code");

    private final DataSource database;

    CodeLists(DataSource database) {
        this.database = database;
    }

    record Entry(String code, String label) {}

    /** A list with what a cell may say for each of its codes. */
    static final class Codes {
        private final List<Entry> entries;
        private final Map<String, String> meanings = new HashMap<>();

        Codes(List<Entry> entries) {
            this.entries = List.copyOf(entries);
            Set<String> ambiguous = new HashSet<>();
            for (var entry : entries) {
                if (meanings.put(folded(entry.label()), entry.code()) != null) {
                    ambiguous.add(folded(entry.label()));
                }
            }
            ambiguous.forEach(meanings::remove);
            entries.forEach(entry -> meanings.put(folded(entry.code()), entry.code()));
        }

        List<Entry> entries() {
            return entries;
        }

        /** The code that is meant, null when there is none such. */
        @Nullable
        String of(String cell) {
            return meanings.get(folded(cell));
        }

        private static String folded(String text) {
            return text.strip().toLowerCase(Locale.ROOT);
        }
    }

    /** The lists of these columns, by name. */
    Map<String, Codes> of(List<Column> columns) {
        var lists = new HashMap<String, Codes>();
        for (var column : columns) {
            var list = column.codeList();
            if (list != null) {
                lists.computeIfAbsent(list, this::read);
            }
        }
        return lists;
    }

    private Codes read(String list) {
        var fixed = FixedCodes.of(list);
        if (fixed != null) {
            return new Codes(fixed);
        }
        var select = SELECTS.get(list);
        if (select == null) {
            throw new IllegalArgumentException("no code list " + list);
        }
        return new Codes(new ArrayList<>(
                Query.of(select).list(database, row -> new Entry(row.text("code"), row.text("label_vi")))));
    }
}
