package vn.lantoa.recognition.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.lantoa.recognition.rules.RuleReader;
import vn.lantoa.recognition.rules.Scales;
import vn.lantoa.recognition.sql.Select;

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
            lists.computeIfAbsent(row.getString("list"), list -> new java.util.ArrayList<>())
                    .add(new CodeValue(row.getString("code"), row.getString("label_vi"), row.getString("label_en")));
            return true;
        });
        var exclusions = select("duty_exclusion", "code").list(database, this::exclusion);
        var scales = new Scales(lists.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        list -> list.getValue().stream().map(CodeValue::code).toList())));
        return new CatalogueContent(types, lists, scales, exclusions);
    }

    private Select select(String table, String order) {
        return Select.of("SELECT * FROM " + table + CURRENT + " ORDER BY " + order, files, versions);
    }

    private <T> Map<String, List<T>> grouped(String table, String order, Select.Row<T> reader) {
        var found = new LinkedHashMap<String, List<T>>();
        select(table, order).list(database, row -> {
            found.computeIfAbsent(row.getString("award_type"), type -> new java.util.ArrayList<>())
                    .add(reader.read(row));
            return true;
        });
        return found;
    }

    private AwardType type(
            ResultSet row, Map<String, List<AwardRule>> rules, Map<String, List<AuthorityRule>> authorities)
            throws SQLException {
        var code = row.getString("code");
        return new AwardType(
                code,
                row.getString("name_vi"),
                row.getString("name_en"),
                AwardKind.valueOf(row.getString("kind")),
                row.getString("level"),
                recipients(row, "recipients"),
                Select.texts(row, "categories"),
                recipients(row, "published"),
                row.getString("legal_ref"),
                Confidence.valueOf(row.getString("confidence")),
                row.getString("note_vi"),
                row.getString("note_en"),
                validity(row, "valid_from", "valid_to"),
                row.getString("file") + "@" + row.getInt("version"),
                row.getInt("version"),
                List.copyOf(rules.getOrDefault(code, List.of())),
                List.copyOf(authorities.getOrDefault(code, List.of())));
    }

    private AwardRule rule(ResultSet row) throws SQLException {
        var criteria = json(row.getString("rule"));
        var parameters = json(row.getString("parameters"));
        return new AwardRule(
                Select.id(row, "id"),
                row.getString("variant"),
                recipients(row, "recipients"),
                Select.texts(row, "categories"),
                row.getString("legal_ref"),
                Confidence.valueOf(row.getString("confidence")),
                validity(row, "period_from", "period_to"),
                criteria,
                parameters,
                VoteRule.of(json(row.getString("vote"))),
                RuleReader.read(criteria, parameters));
    }

    private AuthorityRule authority(ResultSet row) throws SQLException {
        return new AuthorityRule(
                Select.id(row, "id"),
                row.getString("role"),
                Select.texts(row, "post_groups"),
                Select.texts(row, "unit_kinds"),
                row.getString("legal_ref"),
                Confidence.valueOf(row.getString("confidence")),
                validity(row, "valid_from", "valid_to"));
    }

    private DutyExclusion exclusion(ResultSet row) throws SQLException {
        return new DutyExclusion(
                row.getString("code"),
                row.getString("held"),
                Select.texts(row, "refused"),
                Select.texts(row, "award_types"),
                row.getString("legal_ref"));
    }

    private static List<RecipientKind> recipients(ResultSet row, String column) throws SQLException {
        return Select.texts(row, column).stream().map(RecipientKind::valueOf).toList();
    }

    private static Validity validity(ResultSet row, String from, String to) throws SQLException {
        return new Validity(Select.day(row, from), Select.day(row, to));
    }

    private JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
