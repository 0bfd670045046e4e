package vn.lantoa.recognition.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.lantoa.access.Signers;
import vn.lantoa.knownunits.KnownUnits.KnownUnit;
import vn.lantoa.problems.Invalid;
import vn.lantoa.recognition.catalogue.AuthorityRule;
import vn.lantoa.recognition.catalogue.AwardType;

/** Whether somebody could sign an award at a unit on a day: asked of the catalogue and of the posts, never of the code. */
@ApplicationScoped
class Authorities {
    private final Signers signers;

    Authorities(Signers signers) {
        this.signers = signers;
    }

    /** @throws Invalid 422 {@code authority-not-of-unit}, {@code authority-not-in-force}, {@code signer-without-post} */
    Authority require(AwardType award, KnownUnit issuer, UUID signer, LocalDate day) {
        var ofKind = award.authorities().stream()
                .filter(rule -> rule.unitKinds().contains(issuer.kind()))
                .toList();
        if (ofKind.isEmpty()) {
            throw Invalid.byLaw(award.legalRef(), "authority-not-of-unit", award.nameVi(), issuer.name());
        }
        var inForce = ofKind.stream().filter(rule -> rule.valid().contains(day)).toList();
        if (inForce.isEmpty()) {
            throw notInForce(award, ofKind, day);
        }
        return inForce.stream()
                .flatMap(rule -> signers.postsOf(signer, day).stream()
                        .filter(post -> post.unit().equals(issuer.id())
                                && rule.postGroups().contains(post.postGroup()))
                        .map(post -> new Authority(signer, post.title(), rule.id(), rule.legalRef())))
                .findFirst()
                .orElseThrow(() -> Invalid.byLaw(
                        inForce.getFirst().legalRef(),
                        "signer-without-post",
                        String.join(", ", inForce.getFirst().postGroups()),
                        issuer.name(),
                        day));
    }

    private static Invalid notInForce(AwardType award, List<AuthorityRule> rules, LocalDate day) {
        var ended = rules.stream()
                .filter(rule -> !lastEnd(rule).isAfter(day))
                .max(Comparator.comparing(Authorities::lastEnd));
        var rule = ended.orElse(rules.getFirst());
        return Invalid.byLaw(rule.legalRef(), "authority-not-in-force", award.nameVi(), day);
    }

    private static LocalDate lastEnd(AuthorityRule rule) {
        return Objects.requireNonNullElse(rule.valid().to(), LocalDate.MAX);
    }
}
