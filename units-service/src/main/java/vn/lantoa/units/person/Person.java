package vn.lantoa.units.person;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.PersonState;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.units.period.Period;

/**
 * A person whom the register knows: holds posts, signs, is commended; or a recipient that is no single person. Birth date
 * and identity number lie sealed elsewhere and only as ciphertext. A record found to be a second one of the same person is
 * merged into the first and points at it until the merger is undone. Erasing takes what is sensitive away and leaves id and
 * name.
 */
@Entity
public class Person {
    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private PersonKind kind;

    private @Nullable String staffCode;

    @Enumerated(EnumType.STRING)
    private @Nullable Gender gender;

    private @Nullable String ethnicGroup;
    private @Nullable LocalDate diedOn;
    private @Nullable String nationality;
    private @Nullable String taxCode;
    private @Nullable UUID unit;
    private @Nullable UUID mergedInto;
    private @Nullable Instant erasedAt;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Person() {}

    static Person register(UUID id, CorrectPerson content, LocalDate today, Instant now) {
        var person = new Person();
        person.id = id;
        person.createdAt = now;
        person.write(content, today, now);
        return person;
    }

    void correct(CorrectPerson content, LocalDate today, Instant now) {
        requireStanding();
        requireNotErased();
        write(content, today, now);
    }

    private void write(CorrectPerson content, LocalDate today, Instant now) {
        requireFits(content, today);
        name = content.name();
        kind = content.kind();
        staffCode = content.staffCode() == null ? null : content.staffCode().toUpperCase(Locale.ROOT);
        gender = content.gender();
        ethnicGroup = content.ethnicGroup();
        diedOn = content.diedOn();
        nationality = content.nationality();
        taxCode = content.taxCode();
        unit = content.unit();
        updatedAt = now;
    }

    static void requireFits(CorrectPerson content, LocalDate today) {
        var errors = new ArrayList<FieldError>();
        var kind = content.kind();
        if (!kind.human()) {
            refuse(content.staffCode(), "/staffCode", kind, errors);
            refuse(content.gender(), "/gender", kind, errors);
            refuse(content.ethnicGroup(), "/ethnicGroup", kind, errors);
            refuse(content.birthDate(), "/birthDate", kind, errors);
            refuse(content.identityNumber(), "/identityNumber", kind, errors);
            refuse(content.diedOn(), "/diedOn", kind, errors);
        }
        refuse(kind == PersonKind.FOREIGNER ? null : content.nationality(), "/nationality", kind, errors);
        refuse(kind == PersonKind.ENTERPRISE ? null : content.taxCode(), "/taxCode", kind, errors);
        refuse(kind.human() ? content.unit() : null, "/unit", kind, errors);
        refuse(kind.hasMembers() || isEmpty(content.members()) ? null : content.members(), "/members", kind, errors);
        notAfter(today, content.birthDate(), "/birthDate", errors);
        notAfter(today, content.diedOn(), "/diedOn", errors);
        if (content.birthDate() != null
                && content.diedOn() != null
                && content.diedOn().isBefore(content.birthDate())) {
            errors.add(FieldError.at("/diedOn", "died-before-birth"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid("invalid-person", errors);
        }
        var names = content.otherNames() == null ? List.<OtherName>of() : content.otherNames();
        for (int i = 0; i < names.size(); i++) {
            Period.given(names.get(i).validFrom(), names.get(i).validTo(), "/otherNames/" + i);
        }
    }

    private static boolean isEmpty(@Nullable List<?> list) {
        return list == null || list.isEmpty();
    }

    private static void refuse(@Nullable Object value, String pointer, PersonKind kind, List<FieldError> errors) {
        if (value != null) {
            errors.add(FieldError.at(pointer, "not-for-kind", kind));
        }
    }

    private static void notAfter(LocalDate today, @Nullable LocalDate day, String pointer, List<FieldError> errors) {
        if (day == null) {
            return;
        }
        if (day.isAfter(today)) {
            errors.add(FieldError.at(pointer, "date-in-future", today));
        } else {
            Period.requireSane(day, pointer);
        }
    }

    /** Points at the record that stands for the same person. */
    void mergeInto(Person other, Instant now) {
        requireStanding();
        requireNotErased();
        other.requireNotErased();
        if (other.mergedInto != null) {
            throw new Conflict("merge-target-merged", other.id, other.mergedInto);
        }
        if (kind != other.kind && !(kind.human() && other.kind.human())) {
            throw new Conflict("merge-of-different-kinds", kind, other.kind);
        }
        mergedInto = other.id;
        updatedAt = now;
        other.updatedAt = now;
    }

    /** Stands for itself again. */
    void unmerge(Instant now) {
        requireMerged();
        mergedInto = null;
        updatedAt = now;
    }

    /** Something that hangs on the record has changed. */
    void touch(Instant now) {
        updatedAt = now;
    }

    /** Loses everything but what award history needs. */
    void erase(Instant now) {
        requireNotErased();
        staffCode = null;
        gender = null;
        ethnicGroup = null;
        nationality = null;
        erasedAt = now;
        updatedAt = now;
    }

    /** @throws Conflict 409 {@code person-merged} when another record stands for the person */
    public void requireStanding() {
        if (mergedInto != null) {
            throw new Conflict("person-merged", id, mergedInto);
        }
    }

    void requireMerged() {
        if (mergedInto == null) {
            throw new Conflict("person-not-merged", id);
        }
    }

    /** @throws Conflict 409 {@code person-erased} when nothing more is to be written about the person */
    public void requireNotErased() {
        if (erasedAt != null) {
            throw new Conflict("person-erased", id);
        }
    }

    /** @throws Conflict 409 {@code not-one-human} for a household, a group or an enterprise */
    public void requireHuman() {
        if (!kind.human()) {
            throw new Conflict("not-one-human", kind);
        }
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    PersonKind kind() {
        return kind;
    }

    @Nullable
    String staffCode() {
        return staffCode;
    }

    @Nullable
    Gender gender() {
        return gender;
    }

    @Nullable
    String ethnicGroup() {
        return ethnicGroup;
    }

    @Nullable
    LocalDate diedOn() {
        return diedOn;
    }

    @Nullable
    String nationality() {
        return nationality;
    }

    @Nullable
    String taxCode() {
        return taxCode;
    }

    @Nullable
    UUID unit() {
        return unit;
    }

    public @Nullable UUID mergedInto() {
        return mergedInto;
    }

    @Nullable
    Instant erasedAt() {
        return erasedAt;
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public PersonState state() {
        return new PersonState(id, name, mergedInto, kind.name());
    }
}
