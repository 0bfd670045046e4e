package vn.lantoa.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.Unavailable;

@Path("/samples")
@PermitAll
@RunOnVirtualThread
public class SampleResource {
    static final AtomicInteger EFFECTS = new AtomicInteger();
    static final RegisterSample ASTER =
            new RegisterSample(null, "Aster", "blue", null, null, null, 3, null, null, null);

    private final DataSource dataSource;
    private final MergePatch mergePatch;
    private final SampleGate gate;

    SampleResource(DataSource dataSource, MergePatch mergePatch, SampleGate gate) {
        this.dataSource = dataSource;
        this.mergePatch = mergePatch;
        this.gate = gate;
    }

    @POST
    @Transactional
    @Idempotent
    public RestResponse<SampleView> register(@Valid RegisterSample command) throws SQLException {
        EFFECTS.incrementAndGet();
        var id = Ids.orNext(command.id());
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO sample (id, name, valid_from, valid_to) VALUES (?, ?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, command.name());
            insert.setObject(3, command.from());
            insert.setObject(4, command.to());
            insert.executeUpdate();
        }
        gate.pass(command.name());
        if (command.name().startsWith("refused")) {
            throw new Conflict("sample-closed", command.name(), 2025);
        }
        return Created.at("/samples/" + id, new SampleView(id, 0, command.name(), command.note()));
    }

    @POST
    @Path("/{id}/close")
    @Transactional
    @Idempotent
    public SampleView close(UUID id, @HeaderParam("If-Match") String ifMatch) {
        IfMatch.require(ifMatch, 4);
        return new SampleView(id, 5, "closed " + EFFECTS.incrementAndGet(), null);
    }

    /** A file of that many bytes; what fills it breaks after some of them, if it is to. */
    @GET
    @Path("/file")
    public RestResponse<Download> file(@QueryParam("bytes") int bytes, @QueryParam("breaksAfter") Integer breaksAfter) {
        return RestResponse.ok(new Download(out -> {
            for (int i = 0; i < bytes; i++) {
                if (breaksAfter != null && i == breaksAfter) {
                    throw new SQLException("the database went away");
                }
                out.write('x');
            }
        }));
    }

    @POST
    @Path("/{id}/open")
    @Idempotent
    public SampleView open(UUID id, @Valid @Nullable RegisterSample command) {
        return new SampleView(id, 1, command == null ? "nothing" : command.name(), null);
    }

    @GET
    @Path("/{id}")
    @NoStore
    public SampleView get(UUID id, @QueryParam("asOf") @Nullable LocalDate asOf) {
        return new SampleView(id, 7, "seven", asOf == null ? null : asOf.toString());
    }

    @GET
    public Page<SampleView> list(@BeanParam @Valid PageRequest page, @QueryParam("kind") @Nullable SampleKind kind) {
        Cursor.decode(page.cursor, 1);
        var rows = List.of(
                new SampleView(UUID.randomUUID(), 1, "a", null), new SampleView(UUID.randomUUID(), 1, "b", null));
        return Page.of(rows, page.limit, row -> Cursor.of(row.name()), null);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, "application/json"})
    public RegisterSample patch(UUID id, JsonNode patch) {
        return mergePatch.apply(ASTER, patch, RegisterSample.class);
    }

    @GET
    @Path("/broken")
    public String broken() {
        throw new IllegalStateException("a secret of the inside");
    }

    @GET
    @Path("/unmapped")
    public String unmapped() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            return String.valueOf(statement.execute("SELECT 1/0"));
        }
    }

    @GET
    @Path("/late")
    public String late() {
        throw Unavailable.notYetKnown("X");
    }

    @GET
    @Path("/mine")
    @Authenticated
    public String mine() {
        return "\"mine\"";
    }

    @GET
    @Path("/guarded")
    @PermissionsAllowed("sample.read")
    public String guarded() {
        return "\"guarded\"";
    }
}
