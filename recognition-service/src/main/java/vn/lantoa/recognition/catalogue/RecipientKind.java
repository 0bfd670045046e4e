package vn.lantoa.recognition.catalogue;

/** Who may receive an award. */
public enum RecipientKind {
    INDIVIDUAL,
    COLLECTIVE
}
