package dev.harrier.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dialect.LintFinding.Level;
import dev.harrier.dialect.LintRule;
import dev.harrier.report.lint.LintRemark;
import dev.harrier.report.lint.LintReport;
import dev.harrier.report.lint.Sarif;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lint's SARIF is SARIF by the standard's own schema, whatever files and findings are called. */
class SarifSchemaTest {
    private static final LintRule RULE = new LintRule("SPL001", Level.ERROR, "what", "why", "way out");
    private static final String GOOD = Sarif.of(report(List.of(remark("packs/a/hunts/x.yml", "a message"))), "1.2.3");
    private static final String CHARACTERS =
            "ab/\\:?#[]@!$&'()*+,;=%\" <>{}|^`\u0000\u0007\n\t\u00e9\u202e\u2028\ud83e\udd85\ud83e.C:~-_";

    private static LintRemark remark(String file, String message) {
        return new LintRemark(file, 1, 1, Optional.of("spl 3:12"), "SPL001", Level.ERROR, message);
    }

    private static LintReport report(List<LintRemark> remarks) {
        return new LintReport(remarks, List.of(RULE), 1, 1);
    }

    @Test
    void ordinaryLogsAreSarif() {
        assertThat(SarifSchema.problems(GOOD)).isEmpty();
        assertThat(SarifSchema.problems(Sarif.of(report(List.of()), ""))).isEmpty();
        assertThat(SarifSchema.problems(Sarif.of(new LintReport(List.of(), List.of(), 0, 0), "0.1.0-SNAPSHOT")))
                .isEmpty();
    }

    @Test
    void noNameOrMessageBreaksThat() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<LintRemark> remarks = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            remarks.add(remark(text(random), text(random)));
        }
        assertThat(SarifSchema.problems(Sarif.of(report(remarks), "1.2.3")))
                .as("seed " + seed)
                .isEmpty();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i >= 0; i--) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }

    /** The schema in this test does refuse: each fault is one that a code scanning service would drop the log for. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', delimiterString = " ~> ", textBlock = """
            "version" : "2.1.0" ~> "version" : "2.0.0"
            "startLine" : 1 ~> "startLine" : 0
            "level" : "error" ~> "level" : "fatal"
            "columnKind" : "utf16CodeUnits" ~> "columnKind" : "characters"
            "name" : "Harrier" ~> "called" : "Harrier"
            "ruleIndex" : 0 ~> "ruleIndex" : "0"
            "message" ~> "massage"
            """)
    void faultsAreSeen(String find, String replacement) {
        assertThat(GOOD).contains(find);
        assertThat(SarifSchema.problems(GOOD.replace(find, replacement))).isNotEmpty();
    }
}
