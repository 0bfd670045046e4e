package vn.lantoa.recognition.award;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;

/** What everybody may see: published awards, and whether a certificate is genuine. No token. */
@Path("/public")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Public")
public class PublicAwardResource {
    private final AwardReads reads;
    private final CheckCertificate checks;

    PublicAwardResource(AwardReads reads, CheckCertificate checks) {
        this.reads = reads;
        this.checks = checks;
    }

    @GET
    @Path("/awards")
    @PermitAll
    @Scoped(Covers.PUBLIC)
    @Operation(operationId = "listPublicAwards", summary = "Published awards, newest first")
    public RestResponse<Page<PublicAward>> listPublicAwards(
            @BeanParam AwardFilter filter, @BeanParam @Valid PageRequest page) {
        filter.person = null;
        return cached(reads.published(filter, page));
    }

    @GET
    @Path("/certificates/{serial}")
    @PermitAll
    @Scoped(Covers.PUBLIC)
    @Operation(
            operationId = "checkCertificate",
            summary =
                    "With the check code: valid, for whom, by whom, under which decision. The serial alone says only that it exists")
    @APIResponse(
            responseCode = "200",
            description = "It exists; with the right code everything else",
            content = @Content(schema = @Schema(implementation = CertificateCheck.class)))
    @APIResponse(responseCode = "404", description = "No such serial, or not with this code")
    @APIResponse(responseCode = "429", description = "Asked too often")
    public RestResponse<CertificateCheck> checkCertificate(
            @Parameter(example = "LT-2023-000001") String serial,
            @QueryParam("check") @Parameter(example = "7KQ2M9XA") @Nullable String check) {
        if (check == null) {
            return cached(found(checks.exists(serial)));
        }
        var noStore = new CacheControl();
        noStore.setNoStore(true);
        noStore.setNoTransform(false);
        return RestResponse.ResponseBuilder.ok(found(checks.check(serial, check)))
                .cacheControl(noStore)
                .build();
    }

    private static CertificateCheck found(Optional<CertificateCheck> answer) {
        return answer.orElseThrow(() -> new NotFound("certificate-not-confirmed"));
    }

    private static <T> RestResponse<T> cached(T body) {
        var minute = new CacheControl();
        minute.setMaxAge(60);
        minute.setNoTransform(false);
        return RestResponse.ResponseBuilder.ok(body).cacheControl(minute).build();
    }
}
