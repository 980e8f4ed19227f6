package dev.harrier.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code test} found as JUnit's XML: a case for each text over made events and over each file of events. */
public final class TestJunit {
    private TestJunit() {}

    /** The suite as XML. A text that its language can't say, and a hunt of which nothing is known, are skipped cases. */
    public static String of(List<TestedHunt> hunts) {
        List<JunitCase> cases = hunts.stream().flatMap(TestJunit::cases).toList();
        return Junit.of("harrier test", cases, cases.size());
    }

    private static Stream<JunitCase> cases(TestedHunt hunt) {
        Stream<JunitCase> untested = hunt.untested().stream()
                .map(why -> new JunitCase(hunt.title(), "made events", Optional.empty(), Optional.of(why), ""));
        return Stream.concat(untested, hunt.texts().stream().map(text -> one(hunt, text)));
    }

    private static JunitCase one(TestedHunt hunt, TestedHunt.TestedText text) {
        String over = text.events().equals("made") ? "made events" : text.events();
        String name = text.dialect().isEmpty() ? over : text.dialect() + ", " + over;
        String words = text.status() + ": " + text.detail();
        return new JunitCase(
                hunt.title(),
                name,
                Optional.of(words).filter(w -> text.result() == TestedHunt.Result.FAILED),
                Optional.of(words).filter(w -> text.result() == TestedHunt.Result.SKIPPED),
                "");
    }
}
