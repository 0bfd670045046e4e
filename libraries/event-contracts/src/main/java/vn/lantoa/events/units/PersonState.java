package vn.lantoa.events.units;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** What other services may know of a person: a name to show, and whom the record was merged into. */
@Meaning(
        value = "Cá nhân",
        en = "What other services may know of a person: a name to show, and whom the record was merged into.")
public record PersonState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,

        @Meaning(value = "Họ tên hiển thị", en = "Name to show")
        String displayName,

        @Meaning(value = "Hồ sơ đã gộp vào", en = "The record this one was merged into") @Nullable
        UUID mergedInto) {}
