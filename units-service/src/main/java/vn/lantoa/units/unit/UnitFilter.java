package vn.lantoa.units.unit;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the list of units can be narrowed by. */
public class UnitFilter {
    @QueryParam("q")
    @Size(min = 1, max = 200)
    @Parameter(
            description =
                    "Part of a name or short name, present or former, with or without diacritics; or the beginning of a code. Under three letters: the beginning of a word",
            example = "thuc phan")
    public @Nullable String q;

    @QueryParam("kind")
    @Pattern(regexp = Codes.CODE)
    @Parameter(description = "Code list unit-kinds", example = "COMMUNE")
    public @Nullable String kind;

    @QueryParam("sector")
    @Pattern(regexp = Codes.CODE)
    @Parameter(description = "Code list sectors", example = "PARTY")
    public @Nullable String sector;

    @QueryParam("line")
    @Pattern(regexp = Codes.CODE)
    @Parameter(description = "Only units on this line; also the line of parent and within", example = "ADMINISTRATIVE")
    public @Nullable String line;

    @QueryParam("parent")
    @Parameter(description = "Only units directly under this one")
    public @Nullable UUID parent;

    @QueryParam("within")
    @Parameter(description = "Only this unit and everything below it")
    public @Nullable UUID within;

    @QueryParam("asOf")
    @Parameter(description = "Today unless given", example = "2025-06-30")
    public @Nullable LocalDate asOf;

    @QueryParam("updatedSince")
    @Parameter(
            description = "Every unit recorded or changed since, also those that ended, in the order of change",
            example = "2025-07-01T00:00:00Z")
    public @Nullable Instant updatedSince;
}
