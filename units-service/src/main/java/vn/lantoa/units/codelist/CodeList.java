package vn.lantoa.units.codelist;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A closed list of codes. */
public record CodeList(@Schema(examples = "unit-kinds") String name, List<CodeEntry> items) {}
