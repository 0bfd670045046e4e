package vn.lantoa.recognition.catalogue;

/** How sure a line of the catalogue is: read in its source, partly so, general knowledge, or our own inference. */
public enum Confidence {
    CONFIRMED,
    PARTLY,
    UNCONFIRMED,
    INFERRED
}
