package vn.lantoa.recognition.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something known of the subject. {@code inherited}: it belongs to a predecessor of the unit. */
public sealed interface Fact {

    /** The recorded fact, award or registration behind it; null for what the nomination itself states. */
    @Nullable
    UUID id();

    boolean inherited();

    /** As the explanation shows it. */
    UsedFact used();

    /** How the subject was rated for a year. */
    record Rating(UUID id, int year, String value, String source, boolean inherited) implements Fact {
        @Override
        public UsedFact used() {
            return new UsedFact(id, "rating", year, value, source, inherited);
        }
    }

    /** An award that the subject holds, by the year of the achievement. */
    record AwardHeld(
            UUID id, String code, int year, @Nullable String category, String source, boolean inherited)
            implements Fact {
        @Override
        public UsedFact used() {
            return new UsedFact(id, "award", year, code, source, inherited);
        }
    }

    /** An initiative recognised, and how far it reaches. */
    record Initiative(UUID id, int year, String scope, String source, boolean inherited) implements Fact {
        @Override
        public UsedFact used() {
            return new UsedFact(id, "initiative", year, scope, source, inherited);
        }
    }

    /** A disciplinary measure; {@code to} exclusive. */
    record Discipline(
            UUID id, String form, LocalDate from, @Nullable LocalDate to, String source, boolean inherited)
            implements Fact {
        boolean touches(int year) {
            return from.getYear() <= year && (to == null || to.isAfter(LocalDate.of(year, 1, 1)));
        }

        @Override
        public UsedFact used() {
            return new UsedFact(id, "discipline", from.getYear(), form, source, inherited);
        }
    }

    /** A reason not to consider the subject for a time; {@code to} exclusive. */
    record Block(
            UUID id,
            String reason,
            LocalDate from,
            @Nullable LocalDate to,
            String source,
            boolean inherited) implements Fact {
        boolean activeOn(LocalDate day) {
            return !from.isAfter(day) && (to == null || to.isAfter(day));
        }

        @Override
        public UsedFact used() {
            return new UsedFact(id, "block", from.getYear(), reason, source, inherited);
        }
    }

    /** How many members a collective had and how many of them fulfil something. */
    record Composition(UUID id, int year, int members, Map<String, Integer> counts, String source, boolean inherited)
            implements Fact {
        /** Members that fulfil the code; {@code MEMBERS} is all of them; null when nobody counted. */
        @Nullable
        Integer count(String code) {
            return code.equals("MEMBERS") ? Integer.valueOf(members) : counts.get(code);
        }

        @Override
        public UsedFact used() {
            return new UsedFact(
                    id, "composition", year, members + " " + new java.util.TreeMap<>(counts), source, inherited);
        }
    }

    /** A registration for a campaign and a year. */
    record Registration(UUID id, int year, String status, List<String> titles, boolean inherited) implements Fact {
        @Override
        public UsedFact used() {
            return new UsedFact(id, "registration", year, status, null, inherited);
        }
    }

    /** What the head of the unit confirms in the nomination. */
    record Statement(String code) implements Fact {
        @Override
        public @Nullable UUID id() {
            return null;
        }

        @Override
        public boolean inherited() {
            return false;
        }

        @Override
        public UsedFact used() {
            return new UsedFact(null, "statement", null, code, null, false);
        }
    }
}
