package vn.lantoa.recognition.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** A leaf of a rule: asks for one kind of fact. {@code absent} is the verdict where nothing is known. */
public sealed interface Criterion extends Rule {

    /** The rating of the year, compared on the scale. */
    record RatingIs(Text text, Operator op, String value, Verdict absent) implements Criterion {
        @Override
        public Finding judge(CaseFile file) {
            var ratings = file.ratings(file.year()).toList();
            if (ratings.isEmpty()) {
                return text.lacking("rating", absent, ratings, new Missing("rating", file.year(), op + value));
            }
            return ratings.stream().anyMatch(rating -> op.holds(file.scales().compare("rating", rating.value(), value)))
                    ? text.met("rating", ratings)
                    : text.notMet("rating", ratings);
        }
    }

    /** Years of a rating within the last years, in a row where asked. */
    record RatingCount(
            Text text, Operator op, String value, int lastYears, int min, boolean consecutive, Verdict absent)
            implements Criterion {
        @Override
        public Finding judge(CaseFile file) {
            return new Years(file, lastYears, min, consecutive, absent)
                    .judge(
                            text,
                            "ratingCount",
                            op + value,
                            year -> file.ratings(year)
                                    .filter(rating -> op.holds(file.scales().compare("rating", rating.value(), value))),
                            year -> file.ratings(year).findAny().isPresent());
        }
    }

    /** One of the awards for the same year. */
    record HoldsAward(Text text, List<String> anyOf, Verdict absent) implements Criterion {
        @Override
        public Finding judge(CaseFile file) {
            var held = file.awards(anyOf, file.year()).toList();
            return held.isEmpty()
                    ? text.lacking("award", absent, held, new Missing("award", file.year(), String.join("|", anyOf)))
                    : text.met("award", held);
        }
    }

    /** Years of achievement with the award within the last years, in a row where asked; a gap breaks the row. */
    record AwardCount(Text text, List<String> anyOf, int lastYears, int min, boolean consecutive, Verdict absent)
            implements Criterion {
        @Override
        public Finding judge(CaseFile file) {
            return new Years(file, lastYears, min, consecutive, absent)
                    .judge(
                            text,
                            "awardCount",
                            String.join("|", anyOf),
                            year -> file.awards(anyOf, year),
                            year -> false);
        }
    }

    /** Initiatives of at least a scope within the last years. */
    record InitiativeCount(Text text, String scopeAtLeast, int lastYears, int min, Verdict absent)
            implements Criterion {
        @Override
        public Finding judge(CaseFile file) {
            var found =
                    file.initiatives(scopeAtLeast, file.year() - lastYears + 1).toList();
            return found.size() >= min
                    ? text.met("initiative", found)
                    : text.lacking("initiative", absent, found, new Missing("initiative", file.year(), scopeAtLeast));
        }
    }

    /** An exact share of the members of the collective. */
    record Share(Text text, String of, String base, Operator op, Fraction value, Verdict absent) implements Criterion {
        @Override
        public Finding judge(CaseFile file) {
            var known = file.compositions()
                    .filter(composition -> composition.count(of) != null && count(composition, base) > 0)
                    .toList();
            if (known.isEmpty()) {
                return text.lacking("share", absent, known, new Missing("composition", file.year(), of));
            }
            return known.stream()
                            .anyMatch(composition -> op.holds(
                                    new Fraction(count(composition, of), count(composition, base)).compareTo(value)))
                    ? text.met("share", known)
                    : text.notMet("share", known);
        }
    }

    /** A number of members of the collective. */
    record MemberCount(Text text, String of, Operator op, int value, Verdict absent) implements Criterion {
        @Override
        public Finding judge(CaseFile file) {
            var known = file.compositions()
                    .filter(composition -> composition.count(of) != null)
                    .toList();
            if (known.isEmpty()) {
                return text.lacking("memberCount", absent, known, new Missing("composition", file.year(), of));
            }
            return known.stream().anyMatch(composition -> op.holds(Integer.compare(count(composition, of), value)))
                    ? text.met("memberCount", known)
                    : text.notMet("memberCount", known);
        }
    }

    /** No measure in the year that breaks the bound. */
    record MaxDiscipline(Text text, Operator op, String value, Verdict absent) implements Criterion {
        @Override
        public Finding judge(CaseFile file) {
            var measures = file.all(Fact.Discipline.class).stream()
                    .filter(measure -> measure.touches(file.year()))
                    .toList();
            if (measures.isEmpty()) {
                return absent == Verdict.MET
                        ? text.met("maxDiscipline", measures)
                        : text.lacking(
                                "maxDiscipline", absent, measures, new Missing("discipline", file.year(), value));
            }
            return measures.stream()
                            .allMatch(measure -> op.holds(file.scales().compare("discipline", measure.form(), value)))
                    ? text.met("maxDiscipline", measures)
                    : text.notMet("maxDiscipline", measures);
        }
    }

    /** A confirmed registration for the year. */
    record Registered(Text text, List<String> statuses, Verdict absent) implements Criterion {
        @Override
        public Finding judge(CaseFile file) {
            var found = file.all(Fact.Registration.class).stream()
                    .filter(registration ->
                            registration.year() == file.year() && statuses.contains(registration.status()))
                    .toList();
            return found.isEmpty()
                    ? text.lacking("registration", absent, found, new Missing("registration", file.year(), null))
                    : text.met("registration", found);
        }
    }

    /** Nothing stands in the way on the day of judging. */
    record NoBlock(Text text) implements Criterion {
        @Override
        public Finding judge(CaseFile file) {
            var blocks = file.all(Fact.Block.class).stream()
                    .filter(block -> block.activeOn(file.judgedOn()))
                    .toList();
            return blocks.isEmpty() ? text.met("block", blocks) : text.notMet("block", blocks);
        }
    }

    /** What the head of the unit has to confirm. */
    record Stated(Text text, String code, Verdict absent) implements Criterion {
        @Override
        public Finding judge(CaseFile file) {
            var found = file.all(Fact.Statement.class).stream()
                    .filter(statement -> statement.code().equals(code))
                    .limit(1)
                    .toList();
            return found.isEmpty()
                    ? text.lacking("statement", absent, found, new Missing("statement", null, code))
                    : text.met("statement", found);
        }
    }

    /** What no machine can judge: the officer looks and gives the reason. */
    record Judgement(Text text) implements Criterion {
        @Override
        public Finding judge(CaseFile file) {
            return text.lacking("judgement", Verdict.UNKNOWN, List.of(), new Missing("judgement", file.year(), null));
        }
    }

    private static int count(Fact.Composition composition, String code) {
        var count = composition.count(code);
        return count == null ? 0 : count;
    }

    /** Counts years of achievement backwards from the year judged. */
    record Years(CaseFile file, int lastYears, int min, boolean consecutive, Verdict absent) {

        Finding judge(
                Text text,
                String rule,
                String value,
                IntFunction<Stream<? extends Fact>> fulfilling,
                java.util.function.IntPredicate known) {
            var facts = new ArrayList<Fact>();
            var missing = new ArrayList<Missing>();
            var sure = new boolean[lastYears];
            var possible = new boolean[lastYears];
            for (int back = 0; back < lastYears; back++) {
                int year = file.year() - back;
                var found = fulfilling.apply(year).toList();
                facts.addAll(found);
                sure[back] = !found.isEmpty();
                possible[back] = sure[back] || (absent == Verdict.UNKNOWN && !known.test(year));
                if (!sure[back]) {
                    missing.add(new Missing(rule, year, value));
                }
            }
            if (reached(sure) >= min) {
                return text.met(rule, facts);
            }
            var verdict = reached(possible) >= min ? Verdict.UNKNOWN : Verdict.NOT_MET;
            return text.finding(rule, verdict, facts, List.copyOf(missing), List.of());
        }

        private int reached(boolean[] years) {
            int run = 0;
            int best = 0;
            int sum = 0;
            for (boolean year : years) {
                run = year ? run + 1 : 0;
                best = Math.max(best, run);
                sum += year ? 1 : 0;
            }
            return consecutive ? best : sum;
        }
    }
}
