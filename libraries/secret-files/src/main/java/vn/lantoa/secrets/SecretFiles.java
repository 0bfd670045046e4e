package vn.lantoa.secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Secrets out of files: {@code LANTOA_MASTER_KEY_FILE=/run/secrets/master-key} instead of {@code LANTOA_MASTER_KEY}, so
 * that they stand in no environment, which children inherit and tools show. For every key, password and secret of ours and
 * of Kafka's.
 */
public final class SecretFiles {
    private static final String SUFFIX = "_FILE";
    private static final Pattern SECRET = Pattern.compile(
            "(LANTOA_[A-Z0-9_]*(KEY|KEYS|PASSWORD|SECRET)(_PREVIOUS|_RETIRED)?|KAFKA_SASL_JAAS_CONFIG|KAFKA_SSL_[A-Z_]*PASSWORD"
                    + "|QUARKUS_OIDC_CREDENTIALS_SECRET)");
    private static final int LARGEST = 64 * 1024;

    private SecretFiles() {}

    /**
     * The environment, with every secret that it names a file for.
     *
     * @throws IllegalStateException as {@link #of}
     */
    public static Map<String, String> resolved(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.putAll(of(environment));
        return Map.copyOf(all);
    }

    /**
     * Name and content of every secret that the environment names a file for.
     *
     * @throws IllegalStateException for one that is given in both ways, and for a file that cannot be a secret; its message
     *     names the variable and never the content
     */
    public static Map<String, String> of(Map<String, String> environment) {
        var secrets = new HashMap<String, String>();
        environment.forEach((variable, file) -> {
            var name = variable.endsWith(SUFFIX) ? variable.substring(0, variable.length() - SUFFIX.length()) : "";
            if (SECRET.matcher(name).matches()) {
                if (environment.containsKey(name)) {
                    throw new IllegalStateException(
                            name + " and " + variable + " are both set: leave one of them away");
                }
                secrets.put(name, content(variable, file));
            }
        });
        return secrets;
    }

    private static String content(String variable, String file) {
        try {
            var path = Path.of(file);
            if (Files.size(path) > LARGEST) {
                throw new IllegalStateException(variable + " names a file that is too large for a secret");
            }
            var content = Files.readString(path, StandardCharsets.UTF_8).strip();
            if (content.isEmpty()) {
                throw new IllegalStateException(variable + " names an empty file");
            }
            return content;
        } catch (IOException | InvalidPathException unreadable) {
            throw new IllegalStateException(variable + " names a file that cannot be read", unreadable);
        }
    }
}
