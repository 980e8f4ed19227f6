package dev.harrier.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.TextPattern;
import dev.harrier.lab.HuntTest.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Analysts' own events beside a hunt. */
class FixtureTest {
    private static final Hunt HUNT = Hunts.of(
            EventKind.PROCESS_CREATION,
            new Condition.Match("CommandLine", new FieldTest.Like(TextPattern.containing("evil"), false)));

    @TempDir
    private Path folder;

    private static String process(int second, String command) {
        return "{\"EventID\":1,\"Channel\":\"Microsoft-Windows-Sysmon/Operational\",\"UtcTime\":\"2026-01-01 00:00:0"
                + second + ".000\",\"Image\":\"C:\\\\x.exe\",\"CommandLine\":\"" + command + "\",\"Computer\":\"h\"}\n";
    }

    private Status status(String name, String events) throws IOException {
        return outcome(HUNT, name, events).status();
    }

    private HuntTest.DialectOutcome outcome(Hunt hunt, String name, String events) throws IOException {
        Fixture fixture =
                Fixture.of(Files.writeString(folder.resolve(name), events)).orElseThrow();
        PackTest test = PackTest.testWith(List.of(new HuntCase(hunt, List.of(fixture))), List.of(ToyDialect.TOY));
        assertThat(test.hunts().get(0).fixtures()).hasSize(1);
        HuntTest.FixtureOutcome outcome = test.hunts().get(0).fixtures().get(0);
        assertThat(outcome.file()).isEqualTo(name);
        assertThat(test.passed()).isEqualTo(outcome.outcome().status() == Status.PASSED);
        return outcome.outcome();
    }

    @Test
    void whatMustBeHitIsHitAndWhatMustNotIsNot() throws IOException {
        String evil = process(1, "evil");
        String good = process(2, "good");
        assertThat(status("a.hit.jsonl", evil + evil)).isEqualTo(Status.PASSED);
        assertThat(status("a.hit.jsonl", evil + good)).isEqualTo(Status.MISSED);
        assertThat(status("a.miss.jsonl", good)).isEqualTo(Status.PASSED);
        assertThat(status("a.miss.jsonl", evil)).isEqualTo(Status.FALSE_HIT);
        assertThat(status("a.1.jsonl", evil + good)).isEqualTo(Status.PASSED);
        assertThat(status("a.incident-7.1-2.jsonl", evil + good)).isEqualTo(Status.PASSED);
        assertThat(status("a.2-3.jsonl", evil + good)).isEqualTo(Status.MISSED);
        assertThat(status("a.0-1.jsonl", evil + process(3, "EVIL"))).isEqualTo(Status.FALSE_HIT);
    }

    /** Events that the hunt could never see would pass as a miss for ever. */
    @Test
    void whatProvesNothingFails() throws IOException {
        assertThat(status("a.miss.jsonl", "{\"some\":\"thing\"}\n")).isEqualTo(Status.UNANSWERED);
        assertThat(status("a.miss.jsonl", "no JSON\n")).isEqualTo(Status.UNANSWERED);
        assertThat(status("a.miss.jsonl", "")).isEqualTo(Status.UNANSWERED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.jsonl", "a.hits.jsonl", "a.5-2.jsonl", "a.hit.csv", "hit.jsonl", ".hit.jsonl", "a.-1.jsonl"})
    void namesThatSayNothingAreNoFixtures(String name) {
        assertThat(Fixture.of(Path.of(name))).isEmpty();
    }

    @Test
    void fixturesLieBesideTheRuleOrBesideItsPacksHunts() throws IOException {
        Path rule = Files.createDirectories(folder.resolve("pack/hunts")).resolve("r.yml");
        assertThat(FixtureFolder.beside(rule)).isEmpty();
        Files.createDirectories(folder.resolve("pack/tests"));
        Files.createDirectories(folder.resolve("pack/hunts/tests"));
        assertThat(FixtureFolder.beside(rule)).hasSize(2);
        assertThat(FixtureFolder.beside(folder.resolve("pack/tests/x.yml"))).isEmpty();
    }
}
