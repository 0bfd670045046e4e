package vn.lantoa.recognition.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.knownunits.KnownUnits;
import vn.lantoa.rest.Today;

/** Tells the public of a certificate: by serial alone that it exists, with its code whom it honours. */
@ApplicationScoped
class CheckCertificate {
    private final AwardReads reads;
    private final KnownUnits units;
    private final Today today;

    CheckCertificate(AwardReads reads, KnownUnits units, Today today) {
        this.reads = reads;
        this.units = units;
        this.today = today;
    }

    Optional<CertificateCheck> exists(String serial) {
        return reads.certificate(serial).map(certificate -> bare(certificate.serial()));
    }

    /** Empty for an unknown serial and for a wrong code alike. */
    Optional<CertificateCheck> check(String serial, String code) {
        return reads.certificate(serial)
                .filter(certificate -> same(certificate.checkCode(), code))
                .flatMap(certificate -> reads.find(certificate.award()).map(award -> full(certificate, award)));
    }

    /** Compares in constant time; blanks, dashes and case do not matter. */
    private static boolean same(String expected, String given) {
        var normal = given.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), normal.getBytes(StandardCharsets.UTF_8));
    }

    private CertificateCheck full(CertificateView certificate, AwardView award) {
        return new CertificateCheck(
                certificate.serial(),
                true,
                award.status().equals("GRANTED"),
                award.recipientName(),
                award.unitName(),
                award.awardType(),
                award.awardNameVi(),
                award.awardNameEn(),
                award.occasion(),
                award.year(),
                award.issuerName(),
                standingFor(award.issuer(), award.issuerName()),
                standingFor(award.unit(), award.unitName()),
                award.decisionNumber(),
                award.decidedOn(),
                award.legalRef(),
                award.remark());
    }

    /** Who stands for a unit today; null while it is still the same under the same name. */
    private @Nullable List<String> standingFor(UUID unit, String nameThen) {
        var standing = units.successorsOn(unit, today.day());
        boolean unchanged = standing.stream()
                .allMatch(one -> one.id().equals(unit) && one.name().equals(nameThen));
        return unchanged
                ? null
                : standing.stream().map(KnownUnits.KnownUnit::name).toList();
    }

    private static CertificateCheck bare(String serial) {
        return new CertificateCheck(
                serial, true, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
