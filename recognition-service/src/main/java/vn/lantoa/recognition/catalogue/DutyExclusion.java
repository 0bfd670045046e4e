package vn.lantoa.recognition.catalogue;

import java.time.LocalDate;
import java.util.List;

/**
 * Two duties that one person may not have on the same nomination.
 *
 * @param held {@code SUBJECT}, {@code RELATIVE} (of the subject, by declaration), {@code act:submit} (an act done on it),
 *     {@code permission:…} (held anywhere) or {@code UNIT_ENDED}
 * @param refused the acts that are refused then
 * @param awardTypes empty: all
 * @param levels of the award; empty: all
 */
public record DutyExclusion(
        String code,
        String held,
        List<String> refused,
        List<String> awardTypes,
        List<String> levels,
        Validity validity,
        String legalRef,
        String nameVi,
        String nameEn) {

    public boolean concerns(String act, String awardType, String level, LocalDate day) {
        return refused.contains(act)
                && (awardTypes.isEmpty() || awardTypes.contains(awardType))
                && (levels.isEmpty() || levels.contains(level))
                && validity.contains(day);
    }
}
