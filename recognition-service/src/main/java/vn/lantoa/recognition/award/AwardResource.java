package vn.lantoa.recognition.award;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;

/** Awards and their certificates, for officers. */
@Path("/")
@RunOnVirtualThread
@NoStore
@Tag(name = "Awards")
public class AwardResource {
    private final AwardReads reads;

    AwardResource(AwardReads reads) {
        this.reads = reads;
    }

    @GET
    @Path("/awards")
    @PermissionsAllowed("award.read")
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Operation(
            operationId = "listAwards",
            summary =
                    "Awards, newest first; with `withPredecessors` also those of the units that merged into the one asked for")
    public Page<AwardView> listAwards(@BeanParam AwardFilter filter, @BeanParam @Valid PageRequest page) {
        return reads.list(filter, page);
    }

    @GET
    @Path("/awards/{id}")
    @PermissionsAllowed("award.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(operationId = "getAward", summary = "An award and the decision behind it")
    public AwardView getAward(UUID id) {
        return reads.find(id).filter(reads::readable).orElseThrow(() -> new NotFound("award-not-found", id));
    }

    @GET
    @Path("/certificates/{serial}")
    @PermissionsAllowed("award.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(operationId = "getCertificate", summary = "A certificate with its check code, for printing")
    public CertificateView getCertificate(@Parameter(example = "LT-2023-000001") String serial) {
        return reads.certificate(serial)
                .filter(certificate ->
                        reads.find(certificate.award()).filter(reads::readable).isPresent())
                .orElseThrow(() -> new NotFound("certificate-not-found", serial));
    }
}
