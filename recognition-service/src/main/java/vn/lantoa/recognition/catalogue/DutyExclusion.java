package vn.lantoa.recognition.catalogue;

import java.util.List;

/**
 * Two duties that one person may not have on the same nomination.
 *
 * @param held {@code SUBJECT}, {@code act:submit} (an act done on it) or {@code permission:…} (held anywhere)
 * @param refused the acts that are refused then
 * @param awardTypes empty: all
 */
public record DutyExclusion(String code, String held, List<String> refused, List<String> awardTypes, String legalRef) {

    public boolean concerns(String act, String awardType) {
        return refused.contains(act) && (awardTypes.isEmpty() || awardTypes.contains(awardType));
    }
}
