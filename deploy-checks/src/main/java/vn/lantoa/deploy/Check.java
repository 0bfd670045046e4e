package vn.lantoa.deploy;

import vn.lantoa.deploy.project.Project;

/** One rule on what an overlay brings. */
public interface Check {
    void check(Rendering rendering, Project project, Findings findings);

    /** Name that stands with each finding. */
    default String rule() {
        return getClass().getSimpleName();
    }
}
