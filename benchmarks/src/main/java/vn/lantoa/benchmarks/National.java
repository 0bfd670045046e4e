package vn.lantoa.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A country as large as the real one before and after 2025-07-01, made up and always the same: 63 provinces become 34 by one
 * resolution; by one more for each new province its districts end and its communes become a third of their number, some by
 * parts of others, some going on as they are.
 */
final class National {
    static final String PROVINCES_DOCUMENT = "202/2025/QH15";

    /** What the rows of the files have to come to. */
    record Size(
            int units,
            int rows,
            int provincesBefore,
            int provincesAfter,
            int districts,
            int communesBefore,
            int communesAfter,
            int communesKept,
            int documents) {}

    private static final int PROVINCES = 63;
    private static final int KEPT_PROVINCES = 11;
    private static final int TRIPLES = 6;
    private static final int DISTRICTS_EACH = 11;
    private static final int COMMUNES_EACH = 159;
    private static final int SHARED_EVERY = 25;
    private static final int KEPT_EVERY = 30;

    private static final String UNIT_HEADING = "name,kind,sector,code,line,parentCode,parentId";
    private static final String ROW_HEADING = "oldCode,oldName,newCode,newName,newKind,newParent,portion,change,"
            + "documentNumber,issuedBy,signedOn,article,effectiveOn";

    private final List<String> units = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private int provincesAfter;
    private int districts;
    private int communesBefore;
    private int communesAfter;
    private int communesKept;
    private int documents;

    private record Commune(String code, String name) {}

    National(String country) {
        var provinces = new ArrayList<Integer>();
        for (int p = 1; p <= PROVINCES; p++) {
            register(p, country);
            provinces.add(p);
        }
        int next = 0;
        while (next < PROVINCES) {
            int count = next < KEPT_PROVINCES ? 1 : provincesAfter < KEPT_PROVINCES + TRIPLES ? 3 : 2;
            join(provinces.subList(next, next + count));
            next += count;
        }
        documents++;
    }

    Size size() {
        return new Size(
                units.size(),
                rows.size(),
                PROVINCES,
                provincesAfter,
                districts,
                communesBefore,
                communesAfter,
                communesKept,
                documents);
    }

    Path register(Path file) throws IOException {
        return write(file, UNIT_HEADING, units);
    }

    Path mapping(Path file) throws IOException {
        return write(file, ROW_HEADING, rows);
    }

    private static Path write(Path file, String heading, List<String> lines) throws IOException {
        var all = new ArrayList<String>();
        all.add(heading);
        all.addAll(lines);
        return Files.write(file, all);
    }

    private void register(int p, String country) {
        units.add("Tỉnh %d,PROVINCE,TERRITORY,%s,ADMINISTRATIVE,,%s".formatted(p, province(p), country));
        for (int d = 0; d < DISTRICTS_EACH; d++) {
            units.add("Huyện %d.%d,DISTRICT,TERRITORY,%s,ADMINISTRATIVE,%s,"
                    .formatted(p, d, district(p, d), province(p)));
            districts++;
        }
        for (var commune : communes(p)) {
            int d = communesBefore % DISTRICTS_EACH;
            units.add("%s,COMMUNE,TERRITORY,%s,ADMINISTRATIVE,%s,"
                    .formatted(commune.name(), commune.code(), district(p, d)));
            communesBefore++;
        }
    }

    private static List<Commune> communes(int p) {
        var communes = new ArrayList<Commune>();
        for (int c = 0; c < COMMUNES_EACH; c++) {
            communes.add(
                    new Commune("%05d".formatted(10_000 + (p - 1) * COMMUNES_EACH + c), "Xã %d.%d".formatted(p, c)));
        }
        return communes;
    }

    /** These provinces become one, under the code of the first. */
    private void join(List<Integer> provinces) {
        provincesAfter++;
        documents++;
        var first = province(provinces.getFirst());
        var document = "%d/NQ-UBTVQH15".formatted(1655 + provincesAfter);
        if (provinces.size() > 1) {
            for (int p : provinces) {
                row(
                        province(p),
                        "Tỉnh " + p,
                        first,
                        "Tỉnh mới " + first,
                        "PROVINCE",
                        "",
                        "WHOLE",
                        "",
                        PROVINCES_DOCUMENT);
            }
        }
        var communes = new ArrayList<Commune>();
        for (int p : provinces) {
            for (int d = 0; d < DISTRICTS_EACH; d++) {
                row(district(p, d), "", "", "", "", "", "WHOLE", "", document);
            }
            communes.addAll(communes(p));
        }
        int groups = communes.size() / 3;
        for (int g = 0; g < groups; g++) {
            var three = communes.subList(3 * g, 3 * g + 3);
            if (g % KEPT_EVERY == KEPT_EVERY - 1) {
                for (var commune : three) {
                    row(
                            commune.code(),
                            commune.name(),
                            commune.code(),
                            commune.name(),
                            "COMMUNE",
                            first,
                            "WHOLE",
                            "",
                            document);
                    communesKept++;
                }
                continue;
            }
            communesAfter++;
            for (int i = 0; i < three.size(); i++) {
                boolean shared = i == 2 && g % SHARED_EVERY == 1 && g + 1 < groups;
                into(three.get(i), communes, g, shared ? "PART" : "WHOLE", first, document);
                if (shared) {
                    into(three.get(i), communes, g + 1, "PART", first, document);
                }
            }
        }
    }

    private void into(Commune old, List<Commune> communes, int group, String portion, String parent, String document) {
        var code = communes.get(3 * group).code();
        row(old.code(), old.name(), code, "Xã mới " + code, "COMMUNE", parent, portion, "", document);
    }

    private void row(
            String oldCode,
            String oldName,
            String newCode,
            String newName,
            String kind,
            String parent,
            String portion,
            String change,
            String document) {
        rows.add(String.join(
                ",",
                oldCode,
                oldName,
                newCode,
                newName,
                kind,
                parent,
                portion,
                change,
                document,
                "Quốc hội và Ủy ban Thường vụ Quốc hội",
                "16/06/2025",
                "Điều 1",
                "01/07/2025"));
    }

    private static String province(int p) {
        return "%02d".formatted(p);
    }

    private static String district(int p, int d) {
        return "%03d".formatted(100 + (p - 1) * DISTRICTS_EACH + d);
    }
}
