package vn.lantoa.deploy.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code deploy/} has to agree with.
 *
 * @param root folder of the project
 * @param deploy the folder that is checked
 */
public record Project(
        Path root, Path deploy, List<ServiceFacts> services, OperatorsGuide guide, Metrics metrics, Flows flows) {

    public static Project read(Path root, Path deploy) throws IOException {
        return new Project(
                root,
                deploy,
                ServiceFacts.all(root),
                OperatorsGuide.read(deploy),
                Metrics.read(root),
                Flows.read(deploy));
    }

    /** The same services with another {@code deploy/}. */
    public Project with(Path otherDeploy) throws IOException {
        return new Project(
                root, otherDeploy, services, OperatorsGuide.read(otherDeploy), metrics, Flows.read(otherDeploy));
    }

    /** The service whose image this is. */
    public Optional<ServiceFacts> serviceOfImage(String image) {
        return services.stream()
                .filter(service -> image.matches("(.*/)?" + service.name() + "([:@].*)?"))
                .findFirst();
    }

    /** Java sources and resources below a module's main folder. */
    static List<Path> mainFiles(Path module, String suffix) throws IOException {
        var main = module.resolve("src/main");
        if (!Files.isDirectory(main)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(main)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }
}
