package vn.lantoa.recognition.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.lantoa.recognition.rules.RuleReader;
import vn.lantoa.recognition.rules.Scales;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;
import vn.lantoa.sql.RowMapper;

/** Reads the versions that hold now from the tables. */
final class CatalogueReader {
    private static final String CURRENT =
            " JOIN unnest(?::text[], ?::int[]) AS current (file, version) USING (file, version)";

    private final DataSource database;
    private final ObjectMapper mapper = new ObjectMapper();
    private final String[] files;
    private final Integer[] versions;

    CatalogueReader(DataSource database, Map<String, Integer> current) {
        this.database = database;
        this.files = current.keySet().toArray(String[]::new);
        this.versions = current.values().toArray(Integer[]::new);
    }

    CatalogueContent read() {
        Map<String, List<AwardRule>> rules = grouped("award_rule", "period_from NULLS FIRST, variant", this::rule);
        Map<String, List<AuthorityRule>> authorities =
                grouped("authority_rule", "role, valid_from NULLS FIRST", this::authority);
        var types = new LinkedHashMap<String, AwardType>();
        select("award_type", "code")
                .list(database, row -> type(row, rules, authorities))
                .forEach(type -> types.put(type.code(), type));
        Map<String, List<CodeValue>> lists = new LinkedHashMap<>();
        select("code_value", "list, position").list(database, row -> {
            lists.computeIfAbsent(row.text("list"), list -> new java.util.ArrayList<>())
                    .add(new CodeValue(row.text("code"), row.text("label_vi"), row.text("label_en")));
            return true;
        });
        var exclusions = select("duty_exclusion", "code").list(database, this::exclusion);
        var scales = new Scales(lists.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        list -> list.getValue().stream().map(CodeValue::code).toList())));
        return new CatalogueContent(types, lists, scales, exclusions);
    }

    private Query select(String table, String order) {
        return Query.of("SELECT * FROM " + table + CURRENT + " ORDER BY " + order, files, versions);
    }

    private <T> Map<String, List<T>> grouped(String table, String order, RowMapper<T> reader) {
        var found = new LinkedHashMap<String, List<T>>();
        select(table, order).list(database, row -> {
            found.computeIfAbsent(row.text("award_type"), type -> new java.util.ArrayList<>())
                    .add(reader.map(row));
            return true;
        });
        return found;
    }

    private AwardType type(Row row, Map<String, List<AwardRule>> rules, Map<String, List<AuthorityRule>> authorities)
            throws SQLException {
        var code = row.text("code");
        return new AwardType(
                code,
                row.text("name_vi"),
                row.text("name_en"),
                AwardKind.valueOf(row.text("kind")),
                row.text("level"),
                recipients(row, "recipients"),
                row.texts("categories"),
                recipients(row, "published"),
                row.text("legal_ref"),
                Confidence.valueOf(row.text("confidence")),
                row.textOrNull("note_vi"),
                row.textOrNull("note_en"),
                validity(row, "valid_from", "valid_to"),
                row.text("file") + "@" + row.integer("version"),
                row.integer("version"),
                List.copyOf(rules.getOrDefault(code, List.of())),
                List.copyOf(authorities.getOrDefault(code, List.of())));
    }

    private AwardRule rule(Row row) throws SQLException {
        var criteria = json(row.text("rule"));
        var parameters = json(row.text("parameters"));
        return new AwardRule(
                row.id("id"),
                row.text("variant"),
                recipients(row, "recipients"),
                row.texts("categories"),
                row.text("legal_ref"),
                Confidence.valueOf(row.text("confidence")),
                validity(row, "period_from", "period_to"),
                criteria,
                parameters,
                VoteRule.of(json(row.text("vote"))),
                RuleReader.read(criteria, parameters));
    }

    private AuthorityRule authority(Row row) throws SQLException {
        return new AuthorityRule(
                row.id("id"),
                row.text("role"),
                row.texts("post_groups"),
                row.texts("unit_kinds"),
                row.text("legal_ref"),
                Confidence.valueOf(row.text("confidence")),
                validity(row, "valid_from", "valid_to"));
    }

    private DutyExclusion exclusion(Row row) throws SQLException {
        return new DutyExclusion(
                row.text("code"),
                row.text("held"),
                row.texts("refused"),
                row.texts("award_types"),
                row.texts("levels"),
                validity(row, "valid_from", "valid_to"),
                row.text("legal_ref"),
                row.text("name_vi"),
                row.text("name_en"));
    }

    private static List<RecipientKind> recipients(Row row, String column) throws SQLException {
        return row.texts(column).stream().map(RecipientKind::valueOf).toList();
    }

    private static Validity validity(Row row, String from, String to) throws SQLException {
        return new Validity(row.dayOrNull(from), row.dayOrNull(to));
    }

    private JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
