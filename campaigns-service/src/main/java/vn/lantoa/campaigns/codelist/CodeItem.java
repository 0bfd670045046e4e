package vn.lantoa.campaigns.codelist;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code with its label. */
public record CodeItem(@Schema(examples = "DRIVE") String code, Label label) {}
