package vn.lantoa.units.person;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.AccountState;
import vn.lantoa.problems.Conflict;
import vn.lantoa.units.period.Period;

/** An account of the identity provider that stands for a person in a period. */
@Entity
public class PersonAccount {
    @Id
    private UUID id;

    private UUID person;
    private String issuer;
    private String subject;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected PersonAccount() {}

    static PersonAccount link(UUID id, UUID person, String issuer, String subject, Period period, Instant now) {
        var account = new PersonAccount();
        account.id = id;
        account.person = person;
        account.issuer = issuer;
        account.subject = subject;
        account.validFrom = period.from();
        account.validTo = period.to();
        account.createdAt = now;
        account.updatedAt = now;
        return account;
    }

    /** Stands for the person no longer from that day on. */
    void unlink(LocalDate day, Instant now) {
        var period = new Period(validFrom, validTo);
        if (!period.contains(day) || !period.startsBefore(day)) {
            throw new Conflict("cannot-end-then", day);
        }
        validTo = day;
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    AccountState state() {
        return new AccountState(id, person, issuer, subject, validFrom, validTo);
    }

    AccountView view() {
        return new AccountView(id, person, issuer, subject, validFrom, validTo, version, createdAt, updatedAt);
    }
}
