package vn.lantoa.platform;

/** Is told what is being done while it takes time. */
@FunctionalInterface
public interface Progress {

    void step(String what);

    /** Nobody listens. */
    static Progress silent() {
        return what -> {};
    }
}
