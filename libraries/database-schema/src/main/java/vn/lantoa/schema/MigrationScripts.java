package vn.lantoa.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of the service and of its libraries, in their order. Every module that brings some also brings the file
 * of its constraints: that file is asked for, since a class path can be asked for files but not for folders.
 */
final class MigrationScripts implements ResourceProvider {
    static final String FOLDER = "db/migration/";
    private static final String BESIDE = "META-INF/lantoa/constraints.properties";

    private final List<MigrationScript> scripts;

    private MigrationScripts(List<MigrationScript> scripts) {
        this.scripts = scripts;
    }

    static MigrationScripts onClassPath() {
        var scripts = new ArrayList<MigrationScript>();
        try {
            var modules = Thread.currentThread().getContextClassLoader().getResources(BESIDE);
            while (modules.hasMoreElements()) {
                scripts.addAll(beside(modules.nextElement()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The migrations cannot be read", e);
        }
        scripts.sort(Comparator.comparing(MigrationScript::version));
        return new MigrationScripts(List.copyOf(scripts));
    }

    List<String> versions() {
        return scripts.stream().map(MigrationScript::version).toList();
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return scripts.stream()
                .filter(script -> name.endsWith(script.getFilename()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.stream()
                .filter(script -> script.getFilename().startsWith(prefix)
                        && Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
                .map(LoadableResource.class::cast)
                .toList();
    }

    private static List<MigrationScript> beside(URL marker) throws IOException {
        String address = marker.toString();
        if (address.startsWith("jar:")) {
            String jar = address.substring("jar:".length(), address.indexOf("!/"));
            return inJar(Path.of(URI.create(jar)));
        }
        Path module = Path.of(URI.create(address.substring(0, address.length() - BESIDE.length())));
        return inFolder(module.resolve(FOLDER));
    }

    private static List<MigrationScript> inJar(Path jar) throws IOException {
        var scripts = new ArrayList<MigrationScript>();
        try (var file = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                if (entry.getName().startsWith(FOLDER) && entry.getName().endsWith(".sql")) {
                    try (var content = file.getInputStream(entry)) {
                        scripts.add(new MigrationScript(
                                entry.getName().substring(FOLDER.length()),
                                new String(content.readAllBytes(), StandardCharsets.UTF_8)));
                    }
                }
            }
        }
        return scripts;
    }

    private static List<MigrationScript> inFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var scripts = new ArrayList<MigrationScript>();
        try (var files = Files.newDirectoryStream(folder, "*.sql")) {
            for (Path file : files) {
                Path name = file.getFileName();
                if (name != null) {
                    scripts.add(new MigrationScript(name.toString(), Files.readString(file)));
                }
            }
        }
        return scripts;
    }
}
