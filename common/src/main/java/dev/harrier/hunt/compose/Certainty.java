package dev.harrier.hunt.compose;

import dev.harrier.assess.Severity;
import dev.harrier.hunt.Hunt.Confidence;
import java.util.List;
import java.util.Set;

/**
 * How sure a hit is, and what follows for its severity. A hunt is as sure as its least sure clause, since each of them makes a hit: a bare
 * file name is less than a whole path. The severity is the article's on paper, one level lower where the confidence is low, never
 * above the article's, and never below low: whatever an article names is worth a look.
 *
 * @param argument why, for people
 */
record Certainty(Confidence confidence, String argument) {
    private static final String BARE =
            "a file name without its folder, which anybody may use, is among what is looked for";
    private static final Set<Group> BY_NAME = Set.of(
            Groups.FILES,
            Groups.PROGRAMS,
            Groups.SCRIPTS,
            Groups.LIBRARIES,
            UnixGroups.LINUX_FILES,
            UnixGroups.LINUX_PROGRAMS,
            UnixGroups.LINUX_SCRIPTS,
            UnixGroups.MACOS_FILES,
            UnixGroups.MACOS_PROGRAMS,
            UnixGroups.MACOS_SCRIPTS);

    /** Of a hunt's clauses, at least one. */
    static Certainty of(List<Clause> clauses) {
        Group group = clauses.get(0).group();
        boolean bare = BY_NAME.contains(group) && clauses.stream().anyMatch(Certainty::isBareName);
        return bare ? new Certainty(Confidence.LOW, BARE) : new Certainty(group.confidence(), group.argument());
    }

    private static boolean isBareName(Clause clause) {
        String value = clause.ground().value();
        return value.indexOf('\\') < 0 && value.indexOf('/') < 0;
    }

    /** Of a true hit, given the article's severity on paper. */
    Severity severity(Severity paper) {
        Severity own = confidence == Confidence.LOW ? paper.lowered() : paper;
        return own.compareTo(Severity.LOW) < 0 ? Severity.LOW : own;
    }

    /** A sentence that says so where the severity is lower than the article's; empty otherwise. */
    String lowering(Severity paper) {
        Severity own = severity(paper);
        return own.compareTo(paper) < 0
                ? " Severity " + own.word() + ", one below the article's " + paper.word() + ", since a hit is not sure."
                : "";
    }
}
