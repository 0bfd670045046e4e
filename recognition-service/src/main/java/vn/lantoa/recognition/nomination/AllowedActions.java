package vn.lantoa.recognition.nomination;

import java.util.List;

/** What the caller may do with a nomination. */
public record AllowedActions(List<AllowedAction> items) {}
