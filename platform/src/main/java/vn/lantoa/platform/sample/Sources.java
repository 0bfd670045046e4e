package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The YAML documents to load, read as one: a section of the same name in several of them is read on from one to the next. */
final class Sources {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** Where the files that a document names are found. */
    @FunctionalInterface
    private interface Folder {
        InputStream open(String name) throws IOException;
    }

    private record Document(JsonNode root, Folder folder) {}

    private final List<Document> documents = new ArrayList<>();

    private Sources() {}

    /** What the platform brings: the province of Cao Bằng. */
    static Sources builtIn() {
        Folder folder = name -> {
            var stream = Sources.class.getResourceAsStream("/sample/caobang/" + name);
            if (stream == null) {
                throw new FileNotFoundException(name);
            }
            return stream;
        };
        var sources = new Sources();
        sources.add("practice-2021-2023.yaml", folder);
        sources.add("story.yaml", folder);
        sources.add("register.yaml", folder);
        return sources;
    }

    /** Files of the same format; what they name is looked for beside them. */
    static Sources of(List<Path> files) {
        var sources = new Sources();
        for (var file : files) {
            var path = file.toAbsolutePath();
            sources.add(path.toString(), name -> Files.newInputStream(path.resolveSibling(name)));
        }
        return sources;
    }

    private void add(String name, Folder folder) {
        try (var stream = folder.open(name)) {
            documents.add(new Document(YAML.readTree(stream), folder));
        } catch (IOException unreadable) {
            throw new LoadFailure("Cannot read " + name + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** The entries of a list, in the order of the documents. */
    List<JsonNode> entries(String section) {
        return documents.stream()
                .flatMap(document ->
                        StreamSupport.stream(document.root().path(section).spliterator(), false))
                .toList();
    }

    /** A section that is one object: the first document that has it. */
    Optional<JsonNode> object(String section) {
        return documents.stream()
                .map(document -> document.root().path(section))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    /** Names of the sections that hold anything. */
    List<String> sections() {
        return documents.stream()
                .flatMap(document -> document.root().properties().stream())
                .filter(section -> !section.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .distinct()
                .toList();
    }

    /** The rows of a CSV file named in a section; simple files, no quoted commas. */
    List<Map<String, String>> csv(String section, String field) {
        for (var document : documents) {
            var name = document.root().path(section).path(field);
            if (name.isTextual()) {
                return read(document, name.asText());
            }
        }
        return List.of();
    }

    /** The rows of every CSV file that the entries of a list name. */
    List<Map<String, String>> rowsOf(String section) {
        return documents.stream()
                .flatMap(document -> StreamSupport.stream(
                                document.root().path(section).spliterator(), false)
                        .flatMap(entry -> read(document, Json.text(entry, "file")).stream()))
                .toList();
    }

    private static List<Map<String, String>> read(Document document, String name) {
        try (var stream = document.folder().open(name)) {
            return rows(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new LoadFailure("Cannot read " + name + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static List<Map<String, String>> rows(String text) {
        var lines = text.lines().filter(line -> !line.isBlank()).toList();
        var names = lines.getFirst().split(",", -1);
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var values = line.split(",", -1);
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], i < values.length ? values[i] : "");
            }
            rows.add(row);
        }
        return rows;
    }
}
