package vn.lantoa.audit;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import vn.lantoa.rest.MergedProperties;

/**
 * The words of the trail for an inspector: {@code META-INF/lantoa/audit_vi.properties} and {@code …_en…} of all modules,
 * merged. {@code campaign.launch} is what somebody did, {@code entity.campaign} what it was done to.
 */
@Singleton
public class AuditTexts {
    private static final String ENTITY = "entity.";

    private final Properties vi = MergedProperties.load("META-INF/lantoa/audit_vi.properties");
    private final Properties en = MergedProperties.load("META-INF/lantoa/audit_en.properties");

    /** Whether both languages have words for it. */
    public boolean tells(String action, String entity) {
        return vi.containsKey(action)
                && en.containsKey(action)
                && vi.containsKey(ENTITY + entity)
                && en.containsKey(ENTITY + entity);
    }

    /** What was done, as in "… {@code đã phát động phong trào}"; the code where nobody wrote words. */
    public String action(String action, Locale language) {
        return in(language).getProperty(action, action);
    }

    /** What it was done to; the code where nobody wrote words. */
    public String entity(String entity, Locale language) {
        return in(language).getProperty(ENTITY + entity, entity);
    }

    /** Any other word of a sentence. */
    public String word(String key, Locale language) {
        return in(language).getProperty("word." + key, key);
    }

    /** Keys that one language has and the other lacks: empty in a good build. */
    public Set<String> gaps() {
        var gaps = new TreeSet<String>();
        vi.stringPropertyNames().stream().filter(key -> !en.containsKey(key)).forEach(key -> gaps.add("en: " + key));
        en.stringPropertyNames().stream().filter(key -> !vi.containsKey(key)).forEach(key -> gaps.add("vi: " + key));
        return gaps;
    }

    private Properties in(Locale language) {
        return language.getLanguage().equals("en") ? en : vi;
    }
}
