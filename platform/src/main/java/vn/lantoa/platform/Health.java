package vn.lantoa.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a service says of itself at {@code /q/health/ready}.
 *
 * @param ready whether it does its work
 * @param remarks parts that it misses, by their names there, and what they say
 */
record Health(boolean ready, List<String> remarks) {

    /** States of a part in which nothing is missing, or nothing is known yet. */
    private static final Set<String> WELL = Set.of("UP", "FRESH", "ORIGINAL", "UNKNOWN");

    static Health of(int status, String body) {
        List<String> remarks = new ArrayList<>();
        try {
            for (JsonNode check : new ObjectMapper().readTree(body).path("checks")) {
                remark(check, remarks);
            }
        } catch (JsonProcessingException noHealth) {
            remarks.add("does not say why");
        }
        return new Health(status == 200, List.copyOf(remarks));
    }

    private static void remark(JsonNode check, List<String> remarks) {
        String name = check.path("name").asText();
        String state = check.path("data").path("state").asText("UP");
        if (!check.path("status").asText().equals("UP")) {
            List<String> data = new ArrayList<>();
            check.path("data")
                    .properties()
                    .forEach(entry ->
                            data.add(entry.getKey() + " " + entry.getValue().asText()));
            remarks.add("misses " + name + (data.isEmpty() ? "" : " (" + String.join(", ", data) + ")"));
        } else if (!WELL.contains(state)) {
            remarks.add(name + " is " + state);
        }
    }
}
