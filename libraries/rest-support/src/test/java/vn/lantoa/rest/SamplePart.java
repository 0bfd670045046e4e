package vn.lantoa.rest;

import jakarta.validation.constraints.NotBlank;

public record SamplePart(@NotBlank String label) {}
