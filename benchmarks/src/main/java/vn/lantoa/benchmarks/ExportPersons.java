package vn.lantoa.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** BM9X: all persons as one file, against a plain COPY of the same rows out of the table. */
final class ExportPersons implements Scenario {
    private static final double GOAL = 0.3;
    private static final String COPY =
            "COPY (SELECT id, name, gender, staff_code, other_names FROM person) TO STDOUT (FORMAT csv)";

    @Override
    public String name() {
        return "BM9X";
    }

    @Override
    public String title() {
        return "an export of 1,000,000 persons";
    }

    @Override
    public boolean atScale() {
        return true;
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        Gets.demand(bench, "makeExport");
        var scale = bench.scale();
        export(bench);
        var ours = new ArrayList<Double>();
        var copy = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < bench.longRounds(); i++) {
            ours.add(rate(scale, export(bench)));
            copy.add(rate(scale, copy(bench)));
            ratios.add(ours.getLast() / copy.getLast());
        }
        double ratio = Rounds.median(ratios);
        return List.of(new Figure(
                name(),
                "rows a second, one client, CSV",
                "%.0f/s".formatted(Rounds.median(ours)),
                "COPY to the client %.0f/s".formatted(Rounds.median(copy)),
                ratio,
                "",
                "≥ " + GOAL,
                ratio >= GOAL,
                ratios));
    }

    private record Lines(long count, double seconds) {}

    private double rate(Scale scale, Lines lines) {
        if (lines.count() < scale.persons()) {
            throw new IllegalStateException("only " + lines.count() + " lines came");
        }
        return lines.count() / lines.seconds();
    }

    private static Lines export(Bench bench) throws IOException, InterruptedException {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(URI.create(bench.units() + "/api/units/v1/exports/persons?format=CSV"))
                    .header("Authorization", "Bearer " + bench.token("admin"))
                    .build();
            long begun = System.nanoTime();
            var answer = http.send(request, BodyHandlers.ofInputStream());
            try (var in = answer.body();
                    var lines = new Counter()) {
                in.transferTo(lines);
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("an export is answered by " + answer.statusCode());
                }
                return new Lines(lines.count, (System.nanoTime() - begun) / 1e9);
            }
        }
    }

    private static Lines copy(Bench bench) throws Exception {
        try (var connection = bench.database("units").getConnection();
                var lines = new Counter()) {
            long begun = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY, lines);
            return new Lines(lines.count, (System.nanoTime() - begun) / 1e9);
        }
    }

    private static final class Counter extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            if (b == '\n') {
                count++;
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            for (int i = from; i < from + length; i++) {
                write(bytes[i]);
            }
        }
    }
}
