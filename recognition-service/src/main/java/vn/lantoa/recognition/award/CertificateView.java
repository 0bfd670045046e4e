package vn.lantoa.recognition.award;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lantoa.rest.Versioned;

/** A certificate with the code that its holder shows for checking. */
public record CertificateView(
        @Schema(examples = "LT-2023-000001") String serial,
        @Schema(examples = "7KQ2M9XA") String checkCode,
        LocalDate issuedOn,
        UUID award,
        String status)
        implements Versioned {

    @Override
    public long version() {
        return 0;
    }
}
