package vn.lantoa.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What nobody should send: values, bodies and headers out of one seed. */
final class Nasty {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "null",
            "undefined",
            "NaN",
            "-1",
            "0",
            "2147483648",
            "9223372036854775808",
            "1e400",
            "0x7f",
            "true",
            "[]",
            "{}",
            "-0001-01-01",
            "10000-01-01",
            "2025-02-30",
            "2025-06-31T25:61:61Z",
            "+999999999-12-31",
            "\u202eevil",
            "\u2066a\u2069",
            "\u200b",
            "\ufeff",
            "\ufffe",
            "e\u0302\u0301e\u0302\u0309",
            "Ằ".repeat(300),
            "\ud83d\ude00",
            "' OR 1=1 --",
            "'; DROP TABLE unit; --",
            "%' ESCAPE '\\",
            "_%_%_%_%_%_%",
            "(a+)+$",
            "\\",
            "\\Q\\E",
            "<script>alert(1)</script>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
            "${jndi:ldap://127.0.0.1:9/x}",
            "#{1+1}",
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "file:///etc/passwd",
            "http://169.254.169.254/latest/meta-data",
            "a\r\nSet-Cookie: x=1",
            "\u001b[31mred",
            "=cmd|' /C calc'!A0",
            "x".repeat(2_000));

    private final Random random;

    Nasty(Random random) {
        this.random = random;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    boolean inOneOf(int n) {
        return random.nextInt(n) == 0;
    }

    String text() {
        return switch (random.nextInt(10)) {
            case 0 -> new UUID(random.nextLong(), random.nextLong()).toString();
            case 1 -> Long.toString(random.nextLong());
            case 2 -> any(1 + random.nextInt(40));
            default -> oneOf(TEXTS);
        };
    }

    /** Any characters at all but halves of pairs, which no address can carry. */
    private String any(int length) {
        return random.ints(length, 0, 0x3000).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private JsonNode value() {
        return switch (random.nextInt(14)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(new BigDecimal("1e308"));
            case 4 -> NODES.numberNode(BigInteger.TEN.pow(60));
            case 5 -> NODES.numberNode(-0.5);
            case 6 -> NODES.arrayNode();
            case 7 -> NODES.objectNode();
            case 8 -> deep(3 + random.nextInt(60));
            case 9 -> array(NODES.textNode(text()), random.nextInt(300));
            case 10 -> array(NODES.nullNode(), 3);
            default -> NODES.textNode(text());
        };
    }

    private static JsonNode deep(int levels) {
        var inner = NODES.arrayNode();
        for (int i = 0; i < levels; i++) {
            inner = NODES.arrayNode().add(inner);
        }
        return inner;
    }

    private static ArrayNode array(JsonNode element, int length) {
        var array = NODES.arrayNode();
        IntStream.range(0, length).forEach(i -> array.add(element));
        return array;
    }

    /** A body much like the example, and wrong somewhere, or hardly a body at all. */
    String body(JsonNode example) {
        return switch (random.nextInt(12)) {
            case 0 -> "[".repeat(20_000);
            case 1 -> "{\"a\":".repeat(2_000);
            case 2 -> "[" + "1,".repeat(100_000) + "1]";
            case 3 -> "{" + "\"x\":1,".repeat(1_000) + "\"x\":1}";
            case 4 -> "\ufeff" + example;
            case 5 ->
                example.toString()
                        .substring(0, random.nextInt(example.toString().length()));
            case 6 -> example.toString().replaceFirst("\"", "\"\\\\ud800");
            case 7 -> value().toString();
            default -> mutated(example);
        };
    }

    private String mutated(JsonNode example) {
        JsonNode copy = example.deepCopy();
        for (int i = 0; i <= random.nextInt(3); i++) {
            var places = new ArrayList<ContainerNode<?>>();
            collect(copy, places);
            if (places.isEmpty()) {
                return value().toString();
            }
            mutate(oneOf(places));
        }
        return copy.toString();
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> places) {
        if (node instanceof ContainerNode<?> container && !container.isEmpty()) {
            places.add(container);
        }
        node.forEach(child -> collect(child, places));
    }

    private void mutate(ContainerNode<?> place) {
        if (place instanceof ObjectNode object) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            switch (random.nextInt(8)) {
                case 0 -> object.remove(oneOf(names));
                case 1 -> object.set("id", NODES.textNode(text()));
                case 2 -> object.set("__proto__", value());
                default -> object.set(oneOf(names), value());
            }
        } else if (place instanceof ArrayNode array) {
            if (random.nextBoolean()) {
                array.add(value());
            } else {
                array.set(random.nextInt(array.size()), value());
            }
        }
    }

    JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (java.io.IOException noJson) {
            return NODES.textNode(text);
        }
    }
}
