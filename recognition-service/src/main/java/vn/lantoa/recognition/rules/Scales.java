package vn.lantoa.recognition.rules;

import java.util.List;
import java.util.Map;

/** Ordered code lists, lowest first: {@code rating}, {@code discipline}, {@code initiative-scope}. */
public record Scales(Map<String, List<String>> lists) {

    /** Where a code stands on its scale. */
    int rank(String list, String code) {
        var rank = lists.getOrDefault(list, List.of()).indexOf(code);
        if (rank < 0) {
            throw new IllegalArgumentException("No code " + code + " in list " + list);
        }
        return rank;
    }

    int compare(String list, String left, String right) {
        return Integer.compare(rank(list, left), rank(list, right));
    }
}
