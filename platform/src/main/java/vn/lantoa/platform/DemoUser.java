package vn.lantoa.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody whose token can be asked for.
 *
 * @param account subject at the identity provider
 * @param what post and roles, for the table
 */
record DemoUser(String account, String what) {

    private static final String STORY = "/sample/caobang/story.yaml";

    static List<String> names() {
        return all().stream().map(DemoUser::account).toList();
    }

    /** The administrator, and everybody of the sample. */
    static List<DemoUser> all() {
        List<DemoUser> users = new ArrayList<>();
        users.add(new DemoUser("admin", "administers the province: ADMINISTRATOR"));
        try (InputStream file = DemoUser.class.getResourceAsStream(STORY)) {
            for (JsonNode person : new YAMLMapper().readTree(file).path("people")) {
                String account = person.path("account").asText();
                if (!account.isEmpty() && !account.equals("admin")) {
                    users.add(new DemoUser(account, describe(person)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return person.path("posts").path(0).path("title").asText() + ": " + String.join(", ", roles);
    }
}
