package vn.lantoa.audit.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audit.AuditTexts;
import vn.lantoa.audit.proof.CanonicalEntry;

/** Tells entries in plain words: when, who, on whose behalf, what. */
@ApplicationScoped
class Sentences {
    private static final DateTimeFormatter VIETNAMESE = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final AuditTexts texts;
    private final Instance<PersonNames> names;
    private final Clock clock;

    Sentences(AuditTexts texts, Instance<PersonNames> names, Clock clock) {
        this.texts = texts;
        this.names = names;
        this.clock = clock;
    }

    /** Names of all that acted in the entries, asked once. */
    Map<UUID, String> namesIn(List<CanonicalEntry> entries) {
        Set<UUID> persons = new HashSet<>();
        for (var entry : entries) {
            add(persons, entry.person());
            add(persons, entry.actingFor());
        }
        return persons.isEmpty() || !names.isResolvable()
                ? Map.of()
                : names.get().of(persons);
    }

    String of(CanonicalEntry entry, Map<UUID, String> named, Locale language) {
        var format = language.getLanguage().equals("en") ? ENGLISH : VIETNAMESE;
        var sentence = new StringBuilder(format.format(entry.at().atZone(clock.getZone())))
                .append(": ")
                .append(who(entry.person(), entry.account(), named, language));
        if (entry.actingFor() != null) {
            sentence.append(' ')
                    .append(texts.word("acting-for", language))
                    .append(' ')
                    .append(who(entry.actingFor(), "", named, language));
        }
        return sentence.append(' ')
                .append(texts.action(entry.action(), language))
                .append(" (")
                .append(texts.entity(entry.entity(), language))
                .append(' ')
                .append(entry.entityId())
                .append(')')
                .toString();
    }

    private String who(@Nullable UUID person, String account, Map<UUID, String> named, Locale language) {
        if (person != null) {
            return named.getOrDefault(person, texts.word("person", language) + " " + person);
        }
        return switch (account) {
            case "system", "anonymous" -> texts.word(account, language);
            default -> texts.word("account", language) + " " + account;
        };
    }

    private static void add(Set<UUID> persons, @Nullable UUID person) {
        if (person != null) {
            persons.add(person);
        }
    }
}
