package vn.lantoa.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.lantoa.deploy.checks.Addresses;
import vn.lantoa.deploy.checks.Alerts;
import vn.lantoa.deploy.checks.Dockerfiles;
import vn.lantoa.deploy.checks.Images;
import vn.lantoa.deploy.checks.Limits;
import vn.lantoa.deploy.checks.NetworkFlows;
import vn.lantoa.deploy.checks.NoSecretsInGit;
import vn.lantoa.deploy.checks.Ports;
import vn.lantoa.deploy.checks.Probes;
import vn.lantoa.deploy.checks.Production;
import vn.lantoa.deploy.checks.References;
import vn.lantoa.deploy.checks.RestrictedPods;
import vn.lantoa.deploy.checks.Selectors;
import vn.lantoa.deploy.checks.Settings;
import vn.lantoa.deploy.checks.Topics;
import vn.lantoa.deploy.kustomize.RenderException;
import vn.lantoa.deploy.kustomize.Renderer;
import vn.lantoa.deploy.project.Project;
import vn.lantoa.deploy.schema.KnownFields;

/** Every check on every overlay. */
public final class DeployChecks {
    private static final List<Check> CHECKS = List.of(
            new KnownFields(),
            new Selectors(),
            new Ports(),
            new Probes(),
            new Settings(),
            new Production(),
            new Addresses(),
            new References(),
            new NetworkFlows(),
            new RestrictedPods(),
            new Limits(),
            new Images(),
            new NoSecretsInGit(),
            new Alerts(),
            new Topics(),
            new Dockerfiles());

    private final Path deploy;
    private final Project project;

    /** @param project with the folder to check, which has the name {@code deploy} */
    public DeployChecks(Project project) {
        this.deploy = project.deploy().toAbsolutePath().normalize();
        this.project = project;
    }

    /** All faults. */
    public List<Finding> findings() throws IOException {
        var findings = new Findings();
        var renderer = new Renderer(deploy.resolve("..").normalize());
        var complete = true;
        for (var overlay : overlays()) {
            try {
                var rendering = rendering(renderer, overlay);
                for (var check : CHECKS) {
                    check.check(rendering, project, findings.of(check.rule()));
                }
            } catch (RenderException e) {
                findings.addAll(List.of(e.finding()));
                complete = false;
            }
        }
        if (complete) {
            orphans(renderer, findings.of("EveryFileIsUsed"));
        }
        return findings.list();
    }

    /** The folders below {@code overlays}. */
    public List<Path> overlays() throws IOException {
        try (Stream<Path> folders = Files.list(deploy.resolve("overlays"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** What one overlay brings. */
    public Rendering rendering(Path overlay) throws RenderException {
        return rendering(new Renderer(deploy.resolve("..").normalize()), overlay);
    }

    private static Rendering rendering(Renderer renderer, Path overlay) throws RenderException {
        return new Rendering(overlay.getFileName().toString(), renderer.render(overlay));
    }

    /** Files that no overlay reaches are never tried, so they may not stay. */
    private void orphans(Renderer renderer, Findings findings) throws IOException {
        var unused = new TreeSet<Path>();
        for (var folder : List.of("base", "components", "overlays")) {
            if (Files.isDirectory(deploy.resolve(folder))) {
                try (Stream<Path> files = Files.walk(deploy.resolve(folder))) {
                    unused.addAll(files.filter(Files::isRegularFile).toList());
                }
            }
        }
        unused.removeAll(renderer.read());
        for (var file : new ArrayList<>(unused)) {
            if (!file.toString().endsWith(".md")) {
                findings.add(renderer.name(file), "", "", "no overlay uses it", "use it or delete it");
            }
        }
    }
}
