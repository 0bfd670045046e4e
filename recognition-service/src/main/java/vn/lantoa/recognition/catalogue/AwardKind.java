package vn.lantoa.recognition.catalogue;

/** Titles (danh hiệu) are won in emulation, forms (hình thức) commend; the Party commends by its own rules. */
public enum AwardKind {
    EMULATION_TITLE,
    COMMENDATION_FORM,
    PARTY_COMMENDATION
}
