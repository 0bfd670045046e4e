package vn.lantoa.rest;

import java.util.UUID;

public record SampleView(UUID id, long version, String name, String note) implements Versioned {}
