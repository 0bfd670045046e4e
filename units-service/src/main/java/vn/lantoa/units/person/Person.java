package vn.lantoa.units.person;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import vn.lantoa.events.units.PersonState;

/**
 * A person whom the register knows: holds posts, signs, is commended. Here stands only a name to show; birth date and
 * identity number lie sealed elsewhere and only as ciphertext.
 */
@Entity
public class Person {
    @Id
    private UUID id;

    private String name;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Person() {}

    public static Person register(UUID id, String name, Instant now) {
        var person = new Person();
        person.id = id;
        person.name = name;
        person.createdAt = now;
        person.updatedAt = now;
        return person;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
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
        return new PersonState(id, name, null);
    }
}
