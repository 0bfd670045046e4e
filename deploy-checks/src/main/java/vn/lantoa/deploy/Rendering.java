package vn.lantoa.deploy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one overlay brings to a cluster.
 *
 * @param overlay its name
 */
public record Rendering(String overlay, List<Resource> resources) {
    public Stream<Resource> all(String kind) {
        return resources.stream().filter(resource -> resource.is(kind));
    }

    public Optional<Resource> find(String kind, String name) {
        return all(kind).filter(resource -> resource.name().equals(name)).findFirst();
    }

    public List<Workload> workloads() {
        return resources.stream().flatMap(Workload::of).toList();
    }
}
