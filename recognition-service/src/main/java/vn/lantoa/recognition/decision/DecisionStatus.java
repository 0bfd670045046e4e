package vn.lantoa.recognition.decision;

/** A decision is drafted, then signed for good. */
public enum DecisionStatus {
    DRAFT,
    SIGNED
}
