package vn.lantoa.recognition.fact;

/** What a fact says something about; WITHDRAWAL takes another one back. */
public enum FactKind {
    RATING,
    INITIATIVE,
    DISCIPLINE,
    BLOCK,
    COMPOSITION,
    WITHDRAWAL
}
