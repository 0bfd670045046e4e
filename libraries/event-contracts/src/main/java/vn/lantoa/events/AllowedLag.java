package vn.lantoa.events;

import java.time.Duration;

/** How far behind a reader may be before somebody is called: in events, and in the age of the oldest unread one. */
public record AllowedLag(long events, Duration age) {}
