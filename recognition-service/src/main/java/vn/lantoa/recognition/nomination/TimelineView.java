package vn.lantoa.recognition.nomination;

import java.util.List;

/** The life of a nomination in order, with every judgement. */
public record TimelineView(List<TimelineEntry> items, List<JudgementView> judgements) {}
