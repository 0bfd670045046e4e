package vn.lantoa.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** An instance of any contract record with every field filled. */
final class Example {
    private static final UUID ID = UUID.fromString("01980c4e-7c00-7a3b-9d41-6f2b8c1d0e5a");
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("name", "Phường Thục Phán"),
            Map.entry("displayName", "Nông Thị Hoa"),
            Map.entry("title", "Dân vận khéo"),
            Map.entry("line", "ADMINISTRATIVE"),
            Map.entry("kind", "MERGE"),
            Map.entry("UnitVersionState.kind", "WARD"),
            Map.entry("CampaignState.kind", "THEMATIC"),
            Map.entry("CampaignState.code", "PT-2025-001"),
            Map.entry("CampaignState.status", "LAUNCHED"),
            Map.entry("NominationState.status", "SUBMITTED"),
            Map.entry("NominationState.verdict", "UNKNOWN"),
            Map.entry("RegistrationState.status", "CONFIRMED"),
            Map.entry("RegistrationState.outcome", "PARTLY"),
            Map.entry("RegistrationState.titlesAimedAt", "LDTT"),
            Map.entry("DecisionState.status", "SIGNED"),
            Map.entry("AwardState.status", "VALID"),
            Map.entry("ReorganisationState.status", "ENACTED"),
            Map.entry("PostState.title", "Chủ tịch Ủy ban nhân dân phường"),
            Map.entry("shortName", "Thục Phán"),
            Map.entry("document", "1657/NQ-UBTVQH15"),
            Map.entry("basis", "Chỉ thị 05-CT/TW (2016-05-15)"),
            Map.entry("issuer", "https://dinhdanh.example.vn/lantoa"),
            Map.entry("AccountState.subject", "can-bo-thi-dua"),
            Map.entry("sector", "TERRITORY"),
            Map.entry("portion", "WHOLE"),
            Map.entry("scheme", "ADMINISTRATIVE_CODE"),
            Map.entry("value", "01273"),
            Map.entry("documentNumber", "1657/NQ-UBTVQH15"),
            Map.entry("number", "125-QĐ/ĐUK"),
            Map.entry("issuedBy", "Ủy ban Thường vụ Quốc hội"),
            Map.entry("role", "EMULATION_OFFICER"),
            Map.entry("code", "EMULATION_OFFICER"),
            Map.entry("permission", "campaign.launch"),
            Map.entry("reach", "SUBTREE"),
            Map.entry("nameVi", "Cán bộ thi đua"),
            Map.entry("nameEn", "Emulation officer"),
            Map.entry("postGroup", "CT_XA"),
            Map.entry("awardType", "CSTDCS"),
            Map.entry("certificateSerial", "LT-2025-000001"),
            Map.entry("launchLevel", "PROVINCE"));

    private Example() {}

    static Object of(Class<?> type) {
        return value(type, "", "");
    }

    private static Object value(Type type, String owner, String name) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return List.of(value(list.getActualTypeArguments()[0], owner, name));
        }
        return switch (type) {
            case Class<?> c when c.isRecord() -> record(c);
            case Class<?> c when c == UUID.class -> ID;
            case Class<?> c when c == String.class -> text(owner, name);
            case Class<?> c when c == LocalDate.class -> LocalDate.of(name.endsWith("To") ? 2030 : 2025, 7, 1);
            case Class<?> c when c == Instant.class -> Instant.parse("2025-07-01T01:30:00Z");
            case Class<?> c when c == boolean.class -> true;
            case Class<?> c when c == int.class -> name.equals("year") ? 2025 : 3;
            case Class<?> c when c == long.class -> 3L;
            default -> throw new IllegalStateException("No example for " + type + " " + name);
        };
    }

    private static String text(String owner, String name) {
        return TEXTS.getOrDefault(owner + "." + name, TEXTS.getOrDefault(name, name.toUpperCase(Locale.ROOT)));
    }

    private static Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components)
                .map(component -> value(component.getGenericType(), type.getSimpleName(), component.getName()))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
