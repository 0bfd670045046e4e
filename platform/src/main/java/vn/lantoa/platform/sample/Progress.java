package vn.lantoa.platform.sample;

/** Is told what the loader is doing, one short sentence at a time. */
@FunctionalInterface
public interface Progress {
    void step(String what);
}
