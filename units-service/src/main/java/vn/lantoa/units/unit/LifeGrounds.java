package vn.lantoa.units.unit;

import org.jspecify.annotations.Nullable;

/** Why a unit began and ended, as the audit trail keeps it. */
record LifeGrounds(@Nullable Grounds begin, @Nullable Grounds end) {
    static final LifeGrounds NONE = new LifeGrounds(null, null);
}
