package vn.lantoa.recognition.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.recognition.catalogue.VoteRule;
import vn.lantoa.recognition.rules.Fraction;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** Recorded votes: totals and minutes, measured exactly by the rule frozen at the submission. */
@ApplicationScoped
class Votes {
    private final DataSource database;

    Votes(DataSource database) {
        this.database = database;
    }

    /** @return whether the vote passed */
    boolean keep(Nomination nomination, RecordVote vote, VoteRule rule, UUID by, Instant now) {
        check(nomination, vote, rule);
        int base = rule.base().equals("ALL_MEMBERS") ? vote.members() : vote.present() + vote.written();
        boolean passed = rule.passes(vote.yes(), base);
        Query.of(
                        "INSERT INTO nomination_vote (nomination, held_on, minutes_number, members, present, written, yes, no,"
                                + " ratio, threshold, base, quorum, confidence, passed, recorded_by, recorded_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        nomination.id(),
                        vote.heldOn(),
                        vote.minutesNumber(),
                        vote.members(),
                        vote.present(),
                        vote.written(),
                        vote.yes(),
                        vote.no(),
                        vote.yes() + "/" + base,
                        (rule.strict() ? "> " : "") + rule.threshold(),
                        rule.base(),
                        rule.quorum().toString(),
                        rule.confidence(),
                        passed,
                        by,
                        now)
                .change(database);
        return passed;
    }

    private static void check(Nomination nomination, RecordVote vote, VoteRule rule) {
        var errors = new ArrayList<FieldError>();
        if (vote.present() + vote.written() > vote.members()) {
            errors.add(FieldError.at("/present", "more-than-members", vote.present() + vote.written(), vote.members()));
        }
        if (vote.yes() + vote.no() > vote.present() + vote.written()) {
            errors.add(FieldError.at("/yes", "more-votes-than-voters"));
        }
        if (vote.heldOn().isBefore(nomination.proposedOn())) {
            errors.add(FieldError.at("/heldOn", "before-proposal", nomination.proposedOn()));
        }
        if (errors.isEmpty() && new Fraction(vote.present(), vote.members()).compareTo(rule.quorum()) < 0) {
            errors.add(FieldError.at("/present", "quorum-missed", rule.quorum().toString()));
        }
        if (!errors.isEmpty()) {
            throw new Invalid("vote-not-valid", errors);
        }
    }

    Optional<VoteView> of(UUID nomination) {
        return Query.of("SELECT * FROM nomination_vote WHERE nomination = ?", nomination)
                .first(database, Votes::view);
    }

    private static VoteView view(Row row) throws SQLException {
        return new VoteView(
                row.day("held_on"),
                row.text("minutes_number"),
                row.integer("members"),
                row.integer("present"),
                row.integer("written"),
                row.integer("yes"),
                row.integer("no"),
                row.text("ratio"),
                row.text("threshold"),
                row.text("base"),
                row.text("quorum"),
                row.text("confidence"),
                row.flag("passed"));
    }
}
