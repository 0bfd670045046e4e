package vn.lantoa.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of the feed. It may be empty and still have a next one, where the caller may not read what lies between. */
public record EventFeedPage(
        List<EventView> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}
