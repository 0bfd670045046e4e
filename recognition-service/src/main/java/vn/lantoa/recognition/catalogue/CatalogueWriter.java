package vn.lantoa.recognition.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.recognition.rules.RuleReader;
import vn.lantoa.rest.Ids;
import vn.lantoa.sql.Query;

/** Writes one version of one file into the tables. Refuses what it does not understand. */
final class CatalogueWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final DataSource database;
    private final CatalogueFile file;
    private final int version;

    CatalogueWriter(DataSource database, CatalogueFile file, int version) {
        this.database = database;
        this.file = file;
        this.version = version;
    }

    void write() {
        file.content().path("instruments").forEach(this::instrument);
        file.content().path("lists").properties().forEach(list -> codes(list.getKey(), list.getValue()));
        file.content().path("awards").forEach(this::award);
        file.content().path("exclusions").forEach(this::exclusion);
    }

    private void instrument(JsonNode node) {
        Query.of(
                        "INSERT INTO legal_instrument (file, version, code, name_vi, name_en, issued_on, valid_from, valid_to,"
                                + " confidence) VALUES (?, ?, ?, ?, ?, ?::date, ?::date, ?::date, ?)",
                        file.name(),
                        version,
                        text(node, "code"),
                        text(node, "vi"),
                        text(node, "en"),
                        date(node, "issuedOn"),
                        date(node, "validFrom"),
                        date(node, "validTo"),
                        text(node, "confidence"))
                .change(database);
    }

    private void codes(String list, JsonNode values) {
        int position = 0;
        for (var value : values) {
            Query.of(
                            "INSERT INTO code_value (file, version, list, code, position, label_vi, label_en)"
                                    + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                            file.name(),
                            version,
                            list,
                            text(value, "code"),
                            position++,
                            text(value, "vi"),
                            text(value, "en"))
                    .change(database);
        }
    }

    private void award(JsonNode node) {
        Query.of(
                        "INSERT INTO award_type (file, version, code, name_vi, name_en, kind, level, recipients, categories,"
                                + " published, legal_ref, confidence, note_vi, note_en, valid_from, valid_to)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?::date)",
                        file.name(),
                        version,
                        text(node, "code"),
                        text(node, "vi"),
                        text(node, "en"),
                        text(node, "kind"),
                        text(node, "level"),
                        texts(node.path("recipients")),
                        texts(node.path("categories")),
                        texts(node.path("published")),
                        text(node, "legalRef"),
                        text(node, "confidence"),
                        node.path("noteVi").asText(null),
                        node.path("noteEn").asText(null),
                        date(node, "validFrom"),
                        date(node, "validTo"))
                .change(database);
        node.path("rules").forEach(rule -> rule(node, rule));
        authorities(node).forEach(authority -> authority(text(node, "code"), authority));
    }

    private JsonNode authorities(JsonNode award) {
        var own = award.path("authorities");
        return own.isTextual() ? file.content().path("authoritySets").path(own.asText()) : own;
    }

    private void rule(JsonNode award, JsonNode node) {
        var parameters = parameters(node);
        var criteria = withCommon(need(node, "rule"));
        RuleReader.read(criteria, parameters);
        var recipients = node.has("recipients") ? node.get("recipients") : award.path("recipients");
        Query.of(
                        "INSERT INTO award_rule (id, file, version, award_type, variant, recipients, categories, legal_ref,"
                                + " confidence, period_from, period_to, rule, parameters, vote)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?::date, ?::jsonb, ?::jsonb, ?::jsonb)",
                        Ids.next(),
                        file.name(),
                        version,
                        text(award, "code"),
                        text(node, "variant"),
                        texts(recipients),
                        texts(node.path("categories")),
                        text(node, "legalRef"),
                        text(node, "confidence"),
                        date(node, "periodFrom"),
                        date(node, "periodTo"),
                        criteria.toString(),
                        parameters.toString(),
                        need(node, "vote").toString())
                .change(database);
    }

    private static ObjectNode parameters(JsonNode node) {
        ObjectNode parameters = node.path("parameters").isObject()
                ? ((ObjectNode) node.get("parameters")).deepCopy()
                : JSON.objectNode();
        if (node.has("excludePriorAwards")) {
            parameters
                    .putObject("excludePriorAwards")
                    .put("enabled", true)
                    .set("values", node.get("excludePriorAwards"));
        }
        return parameters;
    }

    /** The conditions that hold for every award of the file stand before its own. */
    private JsonNode withCommon(JsonNode rule) {
        var common = file.content().path("common");
        if (common.isEmpty()) {
            return rule;
        }
        var all = JSON.arrayNode();
        common.forEach(all::add);
        return JSON.objectNode().set("all", all.add(rule));
    }

    private void authority(String awardType, JsonNode node) {
        Query.of(
                        "INSERT INTO authority_rule (id, file, version, award_type, role, post_groups, unit_kinds, legal_ref,"
                                + " confidence, valid_from, valid_to)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?::date)",
                        Ids.next(),
                        file.name(),
                        version,
                        awardType,
                        text(node, "role"),
                        texts(node.path("postGroups")),
                        texts(node.path("unitKinds")),
                        text(node, "legalRef"),
                        text(node, "confidence"),
                        date(node, "validFrom"),
                        date(node, "validTo"))
                .change(database);
    }

    private void exclusion(JsonNode node) {
        Query.of(
                        "INSERT INTO duty_exclusion (file, version, code, held, refused, award_types, levels, legal_ref,"
                                + " confidence, name_vi, name_en, valid_from, valid_to)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        file.name(),
                        version,
                        text(node, "code"),
                        text(node, "held"),
                        texts(node.path("refused")),
                        texts(node.path("awardTypes")),
                        texts(node.path("levels")),
                        text(node, "legalRef"),
                        text(node, "confidence"),
                        text(node, "vi"),
                        text(node, "en"),
                        date(node, "validFrom"),
                        date(node, "validTo"))
                .change(database);
    }

    private JsonNode need(JsonNode node, String field) {
        var value = node.get(field);
        if (value == null) {
            throw new IllegalStateException(file.name() + ".yaml: " + field + " is missing in " + node);
        }
        return value;
    }

    private String text(JsonNode node, String field) {
        return need(node, field).asText();
    }

    private static @Nullable LocalDate date(JsonNode node, String field) {
        return node.hasNonNull(field) ? LocalDate.parse(node.get(field).asText()) : null;
    }

    private static String[] texts(JsonNode node) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(node.elements(), 0), false)
                .map(JsonNode::asText)
                .toArray(String[]::new);
    }
}
