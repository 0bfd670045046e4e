package vn.lantoa.recognition.catalogue;

import java.util.List;
import java.util.Map;
import vn.lantoa.recognition.rules.Scales;

/** The catalogue of one moment, whole. */
record CatalogueContent(
        Map<String, AwardType> types,
        Map<String, List<CodeValue>> lists,
        Scales scales,
        List<DutyExclusion> exclusions) {}
