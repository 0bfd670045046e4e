package vn.lantoa.campaigns.sql;

import java.util.Arrays;
import java.util.List;

/** What people type into a search box. */
public final class SearchText {
    private static final int MOST_WORDS = 8;

    private SearchText() {}

    /** LIKE patterns, one per word, to be folded by the database. */
    public static List<String> patterns(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }
}
