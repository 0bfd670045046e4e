package vn.lantoa.benchmarks;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * PostGraphile 4 beside ours, on the same rows of the same server: a unit with its identifiers and placements, a page of
 * children, a registration written. It knows today only, checks neither token nor rights, and its mutation writes the row
 * alone, without audit, event or idempotency key.
 */
final class PostGraphilePeer implements Scenario {
    private static final int CLIENTS = ReadUnit.CLIENTS;
    private static final double GOAL = 4;

    private static final String UNIT_QUERY = """
            query ($id: UUID!) { unitById(id: $id) {
              id validFrom validTo remark version createdAt updatedAt name shortName kind sector
              identifiersByUnit { nodes { scheme value validFrom validTo } }
              placementsByUnit { nodes { line parent validFrom validTo } } } }""";
    private static final String CHILDREN_QUERY = """
            query ($parent: UUID!) { allChildren(condition: {parent: $parent}, first: 50, orderBy: NAME_ASC) {
              nodes { id line depth name shortName kind sector code validFrom validTo remark version updatedAt }
              pageInfo { hasNextPage endCursor } } }""";
    private static final String REGISTER = """
            mutation ($registration: RegistrationInput!) {
              createRegistration(input: {registration: $registration}) { registration { id status } } }""";

    private static final String[] UNIT_VIEWS = {
        """
        CREATE VIEW peer.unit AS
        SELECT u.id, u.valid_from, u.valid_to, u.remark, u.version, u.created_at, u.updated_at,
               v.name, v.short_name, v.kind, v.sector
        FROM public.unit u JOIN public.unit_version v ON v.unit = u.id AND v.valid @> current_date""",
        "COMMENT ON VIEW peer.unit IS E'@primaryKey id'",
        """
        CREATE VIEW peer.identifier AS SELECT id, unit, scheme, value, valid_from, valid_to
        FROM public.unit_identifier WHERE valid @> current_date""",
        "COMMENT ON VIEW peer.identifier IS E'@primaryKey id\\n@foreignKey (unit) references peer.unit (id)'",
        """
        CREATE VIEW peer.placement AS SELECT id, unit, line, parent, valid_from, valid_to
        FROM public.unit_placement WHERE valid @> current_date""",
        "COMMENT ON VIEW peer.placement IS E'@primaryKey id\\n@foreignKey (unit) references peer.unit (id)'",
        """
        CREATE VIEW peer.child AS
        SELECT u.id, p.parent, p.line, 1 AS depth, v.name, v.short_name, v.kind, v.sector, u.valid_from, u.valid_to,
               u.remark, u.version, u.updated_at,
               (SELECT i.value FROM public.unit_identifier i WHERE i.unit = u.id AND i.scheme = 'ADMINISTRATIVE_CODE'
                AND i.valid @> current_date) AS code
        FROM public.unit_placement p JOIN public.unit u ON u.id = p.unit
        JOIN public.unit_version v ON v.unit = u.id AND v.valid @> current_date
        WHERE p.valid @> current_date""",
        "COMMENT ON VIEW peer.child IS E'@primaryKey id'"
    };
    private static final String[] REGISTRATION_VIEWS = {"""
        CREATE VIEW peer.registration AS
        SELECT id, campaign, unit, year, registered_on, titles_aimed_at, tasks, targets, status, drafted_by, version,
               created_at, updated_at FROM public.registration""", "COMMENT ON VIEW peer.registration IS E'@primaryKey id'"};

    private final Register register;

    PostGraphilePeer(Register register) {
        this.register = register;
    }

    @Override
    public String name() {
        return "POSTGRAPHILE";
    }

    @Override
    public String title() {
        return "PostGraphile 4 on the same rows: one unit, children, registration";
    }

    @Override
    public List<String> besides() {
        return List.of("BM1", "BM2", "BM5");
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var folder = PostGraphile.install(bench);
        bench.seedUnits();
        var figures = new ArrayList<Figure>();
        try (var units = PostGraphile.start(bench, folder, "units", UNIT_VIEWS)) {
            figures.add(Figure.atLeast(
                    "BM1",
                    "one unit; ours checks token and rights",
                    beside(
                            bench,
                            worker -> ReadUnit.service(bench, Seed.unitsOfToday(worker)),
                            worker -> unit(units, worker)),
                    peer(),
                    GOAL));
            figures.add(Figure.shown(
                    "BM2",
                    "children, 50 a page; ours as of a day",
                    beside(
                            bench,
                            worker -> ReadChildren.service(bench, Seed.wideUnits(worker)),
                            worker -> children(units, worker)),
                    peer()));
            figures.add(new Figure(
                    "BM11",
                    "PostGraphile's start as a yardstick",
                    "%.2f s".formatted(units.startSeconds()),
                    "",
                    units.startSeconds(),
                    "",
                    "shown",
                    true));
        }
        var stage = bench.stage();
        try (var campaigns = PostGraphile.start(bench, folder, "campaigns", REGISTRATION_VIEWS)) {
            figures.add(Figure.shown(
                    "BM5",
                    "registration; ours with audit, event, idempotency key",
                    beside(bench, worker -> register.service(bench, stage), worker -> registration(campaigns, stage)),
                    peer() + ", the row alone"));
        }
        bench.awaitOutboxEmpty("campaigns");
        return figures;
    }

    private static String peer() {
        return "PostGraphile on %d processes".formatted(PostGraphile.workers());
    }

    private Rounds beside(Bench bench, IntFunction<Load.Step> ours, IntFunction<Load.Step> theirs) {
        Duration warm = bench.warmUp();
        Load.warm(CLIENTS, warm, ours);
        Load.warm(CLIENTS, warm, theirs);
        var rounds = Rounds.alternate(
                bench.rounds(),
                () -> Load.closed(CLIENTS, bench.roundTime(), ours),
                () -> Load.closed(CLIENTS, bench.roundTime(), theirs));
        bench.demandNoFailures(name(), rounds.failures(), rounds.firstFailure());
        return rounds;
    }

    private static Load.Step unit(PostGraphile peer, int worker) {
        var ids = Seed.unitsOfToday(worker);
        return peer.step(UNIT_QUERY, () -> Map.of("id", ids.get()), "\"placementsByUnit\":{\"nodes\":[{", 1);
    }

    private static Load.Step children(PostGraphile peer, int worker) {
        var parents = Seed.wideUnits(worker);
        return peer.step(CHILDREN_QUERY, () -> Map.of("parent", parents.get()), "\"id\":\"", ReadChildren.PAGE);
    }

    private Load.Step registration(PostGraphile peer, Stage stage) {
        return peer.step(REGISTER, () -> Map.of("registration", row(stage)), "\"status\":\"DRAFT\"", 1);
    }

    private Map<String, Object> row(Stage stage) {
        var next = register.next(stage);
        var row = new LinkedHashMap<String, Object>();
        row.put("id", UUID.randomUUID());
        row.put("campaign", next.campaign());
        row.put("unit", next.unit());
        row.put("year", next.year());
        row.put("registeredOn", LocalDate.now(Bench.PROVINCE).toString());
        row.put("titlesAimedAt", List.of("TTLDTT"));
        row.put("tasks", List.of("Số hóa hồ sơ lưu trữ"));
        row.put("targets", List.of(Map.of("name", "Hồ sơ số hóa", "unitOfMeasure", "hồ sơ", "value", 1200)));
        row.put("status", "DRAFT");
        row.put("draftedBy", next.unit());
        row.put("version", 0);
        row.put("createdAt", "2026-01-01T00:00:00Z");
        row.put("updatedAt", "2026-01-01T00:00:00Z");
        return row;
    }
}
