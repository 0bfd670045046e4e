package vn.lantoa.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the feed. What the caller may not read leaves no trace in it. It may be empty and
 * still have a next one only where none of the type asked for lies in a stretch of the log, or everything there is restricted.
 */
public record EventFeedPage(
        List<EventView> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}
