package dev.harrier.assess;

import java.util.List;

/**
 * A row of {@code relevance-weights.tsv}.
 *
 * @param family of cues, or of evidence
 * @param leaning {@code THREAT}, or the kind of article that it speaks for
 * @param points in log-odds, each
 * @param cap how many count at most
 * @param why for people
 */
record RelevanceWeight(String family, String leaning, double points, double cap, String why) {
    static final String THREAT = "THREAT";

    RelevanceWeight weighing(double otherPoints) {
        return new RelevanceWeight(family, leaning, otherPoints, cap, why);
    }

    static List<RelevanceWeight> shipped() {
        return Table.rows("relevance-weights.tsv").stream()
                .map(row -> new RelevanceWeight(
                        row[0], row[1], Double.parseDouble(row[2]), Double.parseDouble(row[3]), row[4]))
                .toList();
    }
}
