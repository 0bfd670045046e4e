package vn.lantoa.audit.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audit.AuditTexts;
import vn.lantoa.audit.proof.CanonicalEntry;

/** Tells entries in plain words: when, who, on whose behalf, what, to whom and where. */
@ApplicationScoped
class Sentences {
    private static final DateTimeFormatter VIETNAMESE = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final AuditTexts texts;
    private final PersonNames persons;
    private final UnitNames units;
    private final Clock clock;

    Sentences(AuditTexts texts, PersonNames persons, UnitNames units, Clock clock) {
        this.texts = texts;
        this.persons = persons;
        this.units = units;
        this.clock = clock;
    }

    /** One sentence for each entry; names are asked for once for all of them, units by what they are called today. */
    List<String> of(List<CanonicalEntry> entries, Locale language) {
        var named = entries.stream().map(Particulars::of).toList();
        Set<UUID> people = new HashSet<>();
        Set<UUID> places = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            add(people, entries.get(i).person());
            add(people, entries.get(i).actingFor());
            add(people, named.get(i).person());
            add(places, named.get(i).unit());
        }
        var names = new Names(
                people.isEmpty() ? Map.of() : persons.of(people),
                places.isEmpty() ? Map.of() : units.of(places, LocalDate.now(clock)));
        var sentences = new ArrayList<String>();
        for (int i = 0; i < entries.size(); i++) {
            sentences.add(sentence(entries.get(i), named.get(i), names, language));
        }
        return sentences;
    }

    private record Names(Map<UUID, String> persons, Map<UUID, String> units) {}

    private String sentence(CanonicalEntry entry, Particulars particulars, Names names, Locale language) {
        var format = language.getLanguage().equals("en") ? ENGLISH : VIETNAMESE;
        var sentence = new StringBuilder(format.format(entry.at().atZone(clock.getZone())))
                .append(": ")
                .append(who(entry.person(), entry.account(), names, language));
        if (entry.actingFor() != null) {
            sentence.append(' ')
                    .append(texts.word("acting-for", language))
                    .append(' ')
                    .append(who(entry.actingFor(), "", names, language));
        }
        return sentence.append(' ')
                .append(texts.action(entry.action(), language))
                .append(told(particulars, names))
                .append(" (")
                .append(texts.entity(entry.entity(), language))
                .append(' ')
                .append(entry.entityId())
                .append(')')
                .toString();
    }

    /** {@code : MEMBER, Lý Thị Mai, Sở Nội vụ}; nothing where nothing has a name. */
    private static String told(Particulars particulars, Names names) {
        var all = new ArrayList<>(particulars.texts());
        if (particulars.person() != null && names.persons.get(particulars.person()) instanceof String name) {
            all.add(name);
        }
        if (particulars.unit() != null && names.units.get(particulars.unit()) instanceof String name) {
            all.add(name);
        }
        return all.isEmpty() ? "" : ": " + String.join(", ", all);
    }

    private String who(@Nullable UUID person, String account, Names names, Locale language) {
        if (person != null) {
            return names.persons.getOrDefault(person, texts.word("person", language) + " " + person);
        }
        return switch (account) {
            case "system", "anonymous" -> texts.word(account, language);
            default -> texts.word("account", language) + " " + account;
        };
    }

    private static void add(Set<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }
}
