package dev.harrier.report;

import dev.harrier.hunt.Hunt;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many hunts a pack has of which kind and confidence, as a table of Markdown. */
final class HuntTable {
    private static final List<Hunt.Confidence> COLUMNS =
            List.of(Hunt.Confidence.HIGH, Hunt.Confidence.MEDIUM, Hunt.Confidence.LOW);
    private static final String HEAD = "| hunts | high confidence | medium | low |\n|---|---:|---:|---:|\n";

    private HuntTable() {}

    /** Without rows for kinds that the pack has no hunt of. */
    static String of(List<Hunt> hunts) {
        return HEAD
                + Arrays.stream(Hunt.Kind.values())
                        .flatMap(kind -> row(kind, hunts))
                        .collect(Collectors.joining("\n"));
    }

    private static Stream<String> row(Hunt.Kind kind, List<Hunt> hunts) {
        List<Hunt> ofKind = hunts.stream().filter(hunt -> hunt.kind() == kind).toList();
        String cells = COLUMNS.stream().map(level -> cell(level, ofKind)).collect(Collectors.joining(" | "));
        return ofKind.isEmpty() ? Stream.empty() : Stream.of("| " + kind.word() + " | " + cells + " |");
    }

    private static String cell(Hunt.Confidence level, List<Hunt> hunts) {
        long number = hunts.stream().filter(hunt -> hunt.confidence() == level).count();
        return number == 0 ? "·" : Long.toString(number);
    }
}
