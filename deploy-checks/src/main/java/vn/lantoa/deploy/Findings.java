package vn.lantoa.deploy;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects faults; the same fault in several overlays counts once. */
public final class Findings {
    private final Set<Finding> all = new LinkedHashSet<>();
    private String rule = "";

    /** Faults added from now on are of this rule. */
    public Findings of(String rule) {
        this.rule = rule;
        return this;
    }

    public void add(Resource resource, String path, String problem, String mend) {
        add(resource.fileOf(path), resource.toString(), path, problem, mend);
    }

    public void add(String file, String resource, String path, String problem, String mend) {
        all.add(new Finding(rule, new Finding.Place(file, resource, path), problem, mend));
    }

    public void addAll(Collection<Finding> findings) {
        all.addAll(findings);
    }

    public List<Finding> list() {
        return List.copyOf(all);
    }
}
