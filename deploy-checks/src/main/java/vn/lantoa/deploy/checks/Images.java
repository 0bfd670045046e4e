package vn.lantoa.deploy.checks;

import java.util.regex.Pattern;
import vn.lantoa.deploy.Check;
import vn.lantoa.deploy.Findings;
import vn.lantoa.deploy.Nodes;
import vn.lantoa.deploy.Rendering;
import vn.lantoa.deploy.Resource;
import vn.lantoa.deploy.project.Project;

/** Images in production are named by digest, everywhere by a version; nothing is {@code latest}. */
public final class Images implements Check {
    private static final Pattern DIGEST = Pattern.compile(".+@sha256:[0-9a-f]{64}");
    private static final Pattern TAG = Pattern.compile(".+:(?!latest$)[\\w.-]+");

    @Override
    public void check(Rendering rendering, Project project, Findings findings) {
        for (var resource : rendering.resources()) {
            Nodes.walk(resource.body(), "", (path, node) -> {
                if (node.isTextual() && (path.endsWith(".image") || path.endsWith(".imageName"))) {
                    image(rendering, resource, path, node.asText(), findings);
                }
            });
        }
    }

    private static void image(Rendering rendering, Resource resource, String path, String image, Findings findings) {
        var pinned = DIGEST.matcher(image).matches();
        if (rendering.overlay().equals("production") && !pinned) {
            findings.add(
                    resource,
                    path,
                    "production runs '" + image + "', which is not pinned",
                    "give its digest under images in the overlay: sha256 and 64 hexadecimal digits");
        } else if (!pinned && !TAG.matcher(image).matches()) {
            findings.add(resource, path, "'" + image + "' may change under us", "name a version");
        }
    }
}
