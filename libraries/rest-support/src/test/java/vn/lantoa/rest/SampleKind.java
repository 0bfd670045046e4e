package vn.lantoa.rest;

public enum SampleKind {
    SMALL,
    LARGE
}
