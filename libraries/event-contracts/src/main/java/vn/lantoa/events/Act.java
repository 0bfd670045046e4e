package vn.lantoa.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done, when, by which person (null: by the system), and why where a reason was given. */
@Meaning(
        value = "Hành vi, thời điểm, người thực hiện",
        en = "What was done, when, by which person (absent: by the system), and why where a reason was given.")
public record Act(
        @Meaning(value = "Hành vi", en = "The act") String act,
        @Meaning(value = "Thời điểm", en = "When") Instant at,

        @Meaning(value = "Người thực hiện; trống: hệ thống", en = "The person who did it; absent: the system") @Nullable
        UUID by,

        @Meaning(value = "Lý do", en = "Reason given") @Nullable
        String reason) {}
