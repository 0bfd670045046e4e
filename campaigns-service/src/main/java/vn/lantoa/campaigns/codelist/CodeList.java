package vn.lantoa.campaigns.codelist;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A closed list of codes, in their order. */
public record CodeList(@Schema(examples = "campaign-kinds") String name, List<CodeItem> items) {}
