package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.PersonMerged;
import vn.lantoa.events.units.PersonUnmerged;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.IfMatch;

/**
 * Merges two records of one person and takes it back. Nothing that refers to the merged record is rewritten: readers follow
 * its pointer. Both rows are locked in the order of their ids, so that of two mergers at once the second finds what the
 * first has done, and no circle of pointers can come about: only a record that stands can be pointed at.
 */
@ApplicationScoped
class MergePersons {
    private final Persons persons;
    private final PersonReads reads;
    private final PersonMerges merges;
    private final PersonNames names;
    private final SealedValues sealed;
    private final PersonViews views;
    private final PersonJournal journal;
    private final Clock clock;

    MergePersons(
            Persons persons,
            PersonReads reads,
            PersonMerges merges,
            PersonNames names,
            SealedValues sealed,
            PersonViews views,
            PersonJournal journal,
            Clock clock) {
        this.persons = persons;
        this.reads = reads;
        this.merges = merges;
        this.names = names;
        this.sealed = sealed;
        this.views = views;
        this.journal = journal;
        this.clock = clock;
    }

    private record Pointer(@Nullable UUID mergedInto) {}

    @Transactional(Transactional.TxType.MANDATORY)
    PersonView merge(UUID id, @Nullable String ifMatch, MergePerson command) {
        if (id.equals(command.into())) {
            throw new Invalid("merge-into-itself", FieldError.at("/into", "merge-into-itself"));
        }
        var locked = locked(id, command.into());
        var source = locked.get(id);
        var target = locked.get(command.into());
        if (source == null) {
            throw new NotFound("person-not-found", id);
        }
        IfMatch.require(ifMatch, source.version());
        if (target == null) {
            throw new Invalid("unknown-person", FieldError.at("/into", "unknown-person"));
        }
        var now = clock.instant();
        source.mergeInto(target, now);
        requireNumbersOfOne(source, target);
        persons.flush();
        var act = journal.act("person.merge", now, command.reason());
        merges.begin(id, target.id(), command.reason(), now, act.by());
        names.gather(target.id());
        journal.write(
                new PersonMerged(id, act, source.state()), act, new Pointer(null), new Pointer(source.mergedInto()));
        return views.of(source);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    PersonView unmerge(UUID id, @Nullable String ifMatch, Because command) {
        var standing = reads.current(id);
        var locked = locked(id, standing);
        var source = locked.get(id);
        if (source == null) {
            throw new NotFound("person-not-found", id);
        }
        IfMatch.require(ifMatch, source.version());
        if (!standing.equals(reads.current(id))) {
            throw new Conflict("concurrent-change");
        }
        var before = new Pointer(source.mergedInto());
        var now = clock.instant();
        source.unmerge(now);
        var target = locked.get(standing);
        if (target != null) {
            target.touch(now);
        }
        persons.flush();
        var act = journal.act("person.unmerge", now, command.reason());
        merges.end(id, command.reason(), now, act.by());
        names.gather(standing);
        names.gather(id);
        journal.write(new PersonUnmerged(id, act, source.state()), act, before, new Pointer(null));
        return views.of(source);
    }

    /** An old number of 9 digits and a new one of 12 may be of one person; two different ones of the same length are not. */
    private void requireNumbersOfOne(Person source, Person target) {
        var one = sealed.opened(source.id()).identityNumber();
        var other = sealed.opened(target.id()).identityNumber();
        if (one != null && other != null && one.length() == other.length()) {
            throw new Conflict("identity-numbers-differ");
        }
    }

    private Map<UUID, Person> locked(UUID one, UUID other) {
        List<UUID> inOrder = Stream.of(one, other).distinct().sorted().toList();
        return inOrder.stream()
                .flatMap(id -> persons.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).stream())
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }
}
