package dev.harrier.cli;

import dev.harrier.lab.HuntTest;
import dev.harrier.lab.HuntTest.DialectOutcome;
import dev.harrier.report.TestedHunt;
import dev.harrier.report.TestedHunt.Result;
import dev.harrier.report.TestedHunt.TestedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code test} shows of the lab's outcomes. */
final class TestPresenter {
    private static final String MADE = "made";

    private TestPresenter() {}

    static TestedHunt hunt(HuntTest test) {
        Stream<TestedText> made = test.outcomes().stream().map(outcome -> text(MADE, outcome));
        Stream<TestedText> fixtures = test.fixtures().stream().map(fixture -> text(fixture.file(), fixture.outcome()));
        return new TestedHunt(
                test.hunt().id().toString(),
                test.hunt().title(),
                test.hits(),
                test.nearMisses(),
                test.untested(),
                Stream.concat(made, fixtures).toList());
    }

    private static TestedText text(String events, DialectOutcome outcome) {
        Result result =
                switch (outcome.status()) {
                    case PASSED -> Result.PASSED;
                    case UNSUPPORTED -> Result.SKIPPED;
                    case MISSED, FALSE_HIT, UNANSWERED -> Result.FAILED;
                };
        String status = outcome.status().name().toLowerCase(Locale.ROOT);
        return new TestedText(outcome.dialect(), events, result, status, outcome.detail());
    }

    /** A row per hunt, and a cell per language: the gravest of what its texts did. */
    static String table(List<TestedHunt> hunts, List<String> dialects) {
        List<String> headings = new ArrayList<>(List.of("HUNT"));
        dialects.forEach(dialect -> headings.add(dialect.toUpperCase(Locale.ROOT)));
        headings.add("WHAT WENT WRONG");
        TextTable table = new TextTable(headings.toArray(new String[0]));
        hunts.forEach(hunt -> table.row(row(hunt, dialects)));
        return table.text();
    }

    private static String[] row(TestedHunt hunt, List<String> dialects) {
        List<String> cells = new ArrayList<>(List.of(hunt.title()));
        dialects.forEach(dialect -> cells.add(cell(hunt, dialect)));
        cells.add(Stream.concat(hunt.untested().stream(), hunt.texts().stream().flatMap(TestPresenter::words))
                .collect(Collectors.joining(" ")));
        return cells.toArray(new String[0]);
    }

    private static String cell(TestedHunt hunt, String dialect) {
        List<TestedText> texts = hunt.texts().stream()
                .filter(text -> text.dialect().equals(dialect))
                .toList();
        return Stream.of(Result.FAILED, Result.SKIPPED, Result.PASSED)
                .flatMap(result -> texts.stream().filter(text -> text.result() == result))
                .findFirst()
                .map(text -> text.status().replace('_', ' '))
                .orElse("untested");
    }

    private static Stream<String> words(TestedText text) {
        String events = text.events().equals(MADE) ? "" : text.events() + " ";
        String dialect = text.dialect().isEmpty() ? "" : text.dialect();
        return text.detail().isEmpty() ? Stream.of() : Stream.of((events + dialect).strip() + ": " + text.detail());
    }
}
