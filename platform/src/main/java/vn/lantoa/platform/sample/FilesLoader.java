package vn.lantoa.platform.sample;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lantoa.client.LanToa;
import vn.lantoa.client.units.api.FilesApi;
import vn.lantoa.client.units.api.PersonsApi;
import vn.lantoa.client.units.model.ImportStatus;
import vn.lantoa.client.units.model.ImportView;

/** Many persons at a time, as officers bring them: a file, judged first and then committed. */
final class FilesLoader {
    private static final List<String> COLUMNS = List.of("name", "gender", "ethnicGroup", "birthDate", "staffCode");
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final List<Map<String, String>> rows;
    private final Clients clients;
    private final String administrator;

    FilesLoader(Sources sources, Clients clients, String administrator) {
        this.rows = sources.rowsOf("peopleFiles");
        this.clients = clients;
        this.administrator = administrator;
    }

    int importPeople() {
        if (rows.isEmpty() || there(rows.getLast())) {
            return rows.size();
        }
        var files = new FilesApi(clients.as(administrator).units());
        var file = Stream.concat(
                        Stream.of("id," + String.join(",", COLUMNS)),
                        rows.stream().map(FilesLoader::line))
                .collect(Collectors.joining("\n", "", "\n"));
        var id = clients.upload(administrator, "persons", file);
        var judged = await(files, id, ImportStatus.VALIDATED);
        var wrong = judged.getWrong();
        if (wrong == null || wrong > 0) {
            throw new LoadFailure("The people of the file are refused: "
                    + Clients.ask(administrator, () -> files.listImportErrors(id, null, null, null)));
        }
        var tag = LanToa.version(judged.getVersion());
        var key = Keys.act(administrator, "/imports/" + id, "commit", id.toString(), tag);
        Clients.ask(administrator, () -> files.commitImport(id, tag, key));
        await(files, id, ImportStatus.COMPLETED);
        return rows.size();
    }

    private boolean there(Map<String, String> row) {
        var id = PeopleLoader.id(row.getOrDefault("key", ""));
        return Clients.found(() -> new PersonsApi(clients.as(administrator).units()).getPerson(id, null));
    }

    private static String line(Map<String, String> row) {
        return PeopleLoader.id(row.getOrDefault("key", "")) + ","
                + COLUMNS.stream().map(column -> row.getOrDefault(column, "")).collect(Collectors.joining(","));
    }

    private ImportView await(FilesApi files, UUID id, ImportStatus status) {
        while (true) {
            var now = Clients.ask(administrator, () -> files.getImport(id, null));
            if (now.getStatus() == status) {
                return now;
            }
            if (now.getStatus() == ImportStatus.FAILED || now.getStatus() == ImportStatus.CANCELLED) {
                throw new LoadFailure("The import of people ended as " + now);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
