package vn.lantoa.outbox;

import vn.lantoa.problems.Forbidden;

/** Rights of the caller over the whole service; implemented by the module that knows rights. Without it nobody has any. */
public interface OperatorRights {
    /** @throws Forbidden unless the permission holds everywhere */
    void requireEverywhere(String permission);
}
