package vn.lantoa.units.person;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a recipient is: one human being, a household, people who did one deed together, or an enterprise. */
@Schema(description = "INDIVIDUAL, FOREIGNER, HOUSEHOLD, GROUP (people who did one deed together) or ENTERPRISE")
public enum PersonKind {
    INDIVIDUAL,
    FOREIGNER,
    HOUSEHOLD,
    GROUP,
    ENTERPRISE;

    /** Whether it is one human being. */
    public boolean human() {
        return this == INDIVIDUAL || this == FOREIGNER;
    }

    /** Whether others belong to it. */
    public boolean hasMembers() {
        return this == HOUSEHOLD || this == GROUP;
    }
}
