package dev.harrier.cli;

import dev.harrier.hunt.ExplainedClause;
import dev.harrier.hunt.Ground;
import dev.harrier.hunt.Hunt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The part of {@code explain} that says of each clause of a hunt which words of an article it came from. */
final class ClausePage {
    private ClausePage() {}

    /** Paragraphs, at least one. */
    static List<String> of(Hunt hunt) {
        List<ExplainedClause> clauses = ExplainedClause.of(hunt);
        List<String> parts = new ArrayList<>();
        if (clauses.stream().anyMatch(clause -> !clause.grounds().isEmpty())) {
            parts.add(paragraph(
                    "CLAUSES AND THE WORDS THEY CAME FROM",
                    clauses.stream().map(ClausePage::line).toList()));
        }
        Set<String> words = clauses.stream().map(ExplainedClause::words).collect(Collectors.toSet());
        add(parts, "CHOSEN FOR THESE WORDS", hunt, ground -> ground.clauses().isEmpty());
        add(parts, "WORDS WHOSE CLAUSES SOMEBODY TOOK OUT", hunt, ground -> isUnused(ground, words));
        return parts.isEmpty() ? List.of("NO QUOTES: " + hunt.selectedBecause()) : parts;
    }

    private static void add(List<String> parts, String head, Hunt hunt, Predicate<Ground> which) {
        List<String> lines = hunt.grounds().stream()
                .filter(which)
                .map(ground -> ground.field() + " = " + ground.value() + "   ← " + words(ground))
                .toList();
        if (!lines.isEmpty()) {
            parts.add(paragraph(head, lines));
        }
    }

    private static boolean isUnused(Ground ground, Set<String> clauses) {
        return !ground.clauses().isEmpty() && ground.clauses().stream().noneMatch(clauses::contains);
    }

    private static String line(ExplainedClause clause) {
        String from = clause.grounds().isEmpty()
                ? "no words of an article: somebody wrote it into the rule"
                : String.join(
                        ", ", clause.grounds().stream().map(ClausePage::words).toList());
        return clause.words() + "   ← " + from;
    }

    private static String words(Ground ground) {
        return "“" + ground.quote().text().replaceAll("\\s+", " ") + "” (character "
                + ground.quote().start() + ")";
    }

    private static String paragraph(String head, List<String> lines) {
        return head + "\n  " + String.join("\n  ", lines);
    }
}
