package vn.lantoa.units.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lantoa.units.mapping.MappingRow.Occasion;
import vn.lantoa.units.mapping.Register.Beginning;
import vn.lantoa.units.reorganisation.Operation;

/** Tables written down row by row, and the register that they are read against. */
abstract class MappingTables {
    static final UUID PROVINCE = UUID.randomUUID();
    static final UUID DISTRICT = UUID.randomUUID();
    static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    static final Occasion OWN = occasion("1657/NQ-UBTVQH15");
    static final Occasion OTHER = occasion("202/2025/QH15");

    final Map<String, Bearer> before = new HashMap<>();
    final Map<String, Beginning> after = new HashMap<>();
    final List<MappingRow> rows = new ArrayList<>();
    Occasion occasion = OWN;

    MappingTables() {
        bears("04", PROVINCE, "Tỉnh Cao Bằng", null);
    }

    List<UUID> twoProvinces(Occasion by) {
        var three = known("3", "Tỉnh Ba");
        var four = known("4", "Tỉnh Bốn");
        occasion = by;
        var code = by.equals(OWN) ? "34" : "4";
        row("3", null, code, "Tỉnh Mới", "04", MappingPortion.WHOLE, null);
        row("4", null, code, "Tỉnh Mới", "04", MappingPortion.WHOLE, null);
        occasion = OWN;
        return List.of(three, four);
    }

    MappingPlan plan() {
        return plan(Broken.NOTHING);
    }

    MappingPlan plan(Broken broken) {
        return new MappingPlan(rows, new Register(before, after, Set.of("COMMUNE", "WARD", "PROVINCE")), broken);
    }

    static List<String> codes(MappingPlan plan) {
        return plan.problems().stream()
                .map(problem -> problem.row() + " " + problem.column() + " " + problem.code())
                .toList();
    }

    static List<Operation> operations(MappingPlan plan) {
        return operations(plan, OWN);
    }

    static List<Operation> operations(MappingPlan plan, Occasion of) {
        var draft = plan.drafts().get(of);
        return draft == null ? List.of() : draft.operations();
    }

    static Operation only(MappingPlan plan) {
        assertThat(operations(plan)).hasSize(1);
        return operations(plan).getFirst();
    }

    static Occasion occasion(String number) {
        return new Occasion(number, "Ủy ban Thường vụ Quốc hội", LocalDate.of(2025, 6, 16), DAY);
    }

    static String key(String code) {
        return MappingRow.key("ADMINISTRATIVE_CODE", code);
    }

    UUID known(String code, String name) {
        var unit = UUID.randomUUID();
        bears(code, unit, name, DISTRICT);
        return unit;
    }

    void bears(String code, UUID unit, String name, UUID parent) {
        before.put(key(code), new Bearer(unit, key(code), name, "COMMUNE", "STATE", parent, null));
    }

    void whole(String oldCode, String newCode, String name) {
        row(oldCode, null, newCode, name, "04", MappingPortion.WHOLE, null);
    }

    void part(String oldCode, String newCode, String name) {
        row(oldCode, null, newCode, name, "04", MappingPortion.PART, null);
    }

    static MappingRow said(MappingRow row, MappingChange change) {
        return new MappingRow(
                row.number(),
                row.scheme(),
                row.oldCode(),
                row.oldName(),
                row.newCode(),
                row.newName(),
                row.newKind(),
                row.newParent(),
                row.portion(),
                change,
                row.article(),
                row.occasion());
    }

    void row(
            String oldCode,
            String oldName,
            String newCode,
            String name,
            String parent,
            MappingPortion portion,
            MappingChange change) {
        rows.add(new MappingRow(
                rows.size() + 1,
                "ADMINISTRATIVE_CODE",
                oldCode,
                oldName,
                newCode,
                name,
                newCode == null ? null : "COMMUNE",
                parent,
                portion,
                change,
                null,
                occasion));
    }
}
