package vn.lantoa.recognition.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;

/** The catalogue of awards. Law is public. */
@Path("/")
@RunOnVirtualThread
@Tag(name = "Catalogue")
public class AwardTypeResource {
    private final Catalogue catalogue;
    private final Today today;

    AwardTypeResource(Catalogue catalogue, Today today) {
        this.catalogue = catalogue;
        this.today = today;
    }

    @GET
    @Path("/award-types")
    @PermitAll
    @Scoped(Covers.PUBLIC)
    @Operation(operationId = "listAwardTypes", summary = "Titles and forms, those in force on a day first")
    public Page<AwardTypeRow> listAwardTypes(
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("kind") @Parameter(example = "EMULATION_TITLE") @Nullable AwardKind kind) {
        var day = today.or(asOf);
        var rows = catalogue.types().stream()
                .filter(type -> kind == null || type.kind() == kind)
                .map(type -> new AwardTypeRow(
                        type.code(),
                        type.nameVi(),
                        type.nameEn(),
                        type.kind(),
                        type.level(),
                        type.recipients(),
                        type.categories(),
                        AwardTypeView.of(type, day).legalRef(),
                        type.confidence(),
                        type.valid().contains(day)))
                .sorted(java.util.Comparator.comparing((AwardTypeRow row) -> !row.inForce())
                        .thenComparing(AwardTypeRow::code))
                .toList();
        return new Page<>(rows, null, null);
    }

    @GET
    @Path("/award-types/{code}")
    @PermitAll
    @Scoped(Covers.PUBLIC)
    @Operation(
            operationId = "getAwardType",
            summary = "An award type with the criteria, the vote and the authorities of a day")
    public AwardTypeView getAwardType(
            @Parameter(example = "GK_HUYEN") String code, @QueryParam("asOf") @Nullable LocalDate asOf) {
        var type = catalogue.find(code).orElseThrow(() -> new NotFound("award-type-not-found", code));
        return AwardTypeView.of(type, today.or(asOf));
    }

    @GET
    @Path("/code-lists/{name}")
    @PermitAll
    @Scoped(Covers.PUBLIC)
    @Operation(
            operationId = "getCodeList",
            summary =
                    "A code list in vi and en: rating, discipline, initiative-scope, block, composition, category, statement")
    public CodeList getCodeList(@Parameter(example = "rating") String name) {
        return catalogue
                .list(name)
                .map(values -> CodeList.of(name, values))
                .orElseThrow(() -> new NotFound("code-list-not-found", name));
    }
}
