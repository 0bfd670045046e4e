package vn.lantoa.deploy.kustomize;

import vn.lantoa.deploy.Finding;

/** What stands in the files cannot be rendered. */
public final class RenderException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    RenderException(String file, String path, String problem, String mend) {
        super(file + ": " + problem);
        this.finding = new Finding("Renders", new Finding.Place(file, "", path), problem, mend);
    }

    public Finding finding() {
        return finding;
    }
}
