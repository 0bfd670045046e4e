package vn.lantoa.recognition.rules;

import java.util.List;

/** A condition of law in machine form. It answers with what it found and why; it never decides. */
public sealed interface Rule permits Rule.All, Rule.Any, Criterion {

    Finding judge(CaseFile file);

    /** Every part must be met. */
    record All(Text text, List<Rule> parts) implements Rule {
        @Override
        public Finding judge(CaseFile file) {
            var findings = parts.stream().map(part -> part.judge(file)).toList();
            var verdict = findings.stream().map(Finding::verdict).reduce(Verdict.MET, Verdict::and);
            return text.finding("all", verdict, List.of(), List.of(), findings);
        }
    }

    /** One part suffices; without parts nothing can be met. */
    record Any(Text text, List<Rule> parts) implements Rule {
        @Override
        public Finding judge(CaseFile file) {
            var findings = parts.stream().map(part -> part.judge(file)).toList();
            var verdict = findings.stream().map(Finding::verdict).reduce(Verdict.NOT_MET, Verdict::or);
            return text.finding("any", verdict, List.of(), List.of(), findings);
        }
    }
}
