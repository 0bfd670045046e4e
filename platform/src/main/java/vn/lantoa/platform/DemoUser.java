package vn.lantoa.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import vn.lantoa.platform.sample.SampleData;

/**
 * Somebody whose token can be asked for.
 *
 * @param account subject at the identity provider
 * @param what post and roles, for the table
 */
record DemoUser(String account, String what) {

    static List<String> names() {
        return all().stream().map(DemoUser::account).toList();
    }

    /** The administrator, everybody of the sample, and somebody whom the register does not know. */
    static List<DemoUser> all() {
        List<DemoUser> users = new ArrayList<>();
        users.add(new DemoUser("admin", "administers the province: ADMINISTRATOR"));
        for (JsonNode person : SampleData.people()) {
            String account = person.path("account").asText();
            if (!account.isEmpty() && !account.equals("admin")) {
                users.add(new DemoUser(account, describe(person)));
            }
        }
        users.add(new DemoUser("citizen", "nobody of the register: CITIZEN"));
        return users;
    }

    private static String describe(JsonNode person) {
        List<String> roles = new ArrayList<>();
        for (JsonNode role : person.path("roles")) {
            String code = role.path("role").asText();
            if (!roles.contains(code)) {
                roles.add(code);
            }
        }
        JsonNode posts = person.path("posts");
        String now = posts.path(posts.size() - 1).path("title").asText();
        return roles.isEmpty() ? now : now + ": " + String.join(", ", roles);
    }
}
