package dev.harrier.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.Article;
import dev.harrier.attack.AttackCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {
    private static final Assessor ASSESSOR = new Assessor(AttackCatalogue.shipped());
    private static final List<String> EXPLOITATION = List.of(
            "CVE-2025-20111 is being actively exploited.",
            "Attackers have exploited CVE-2025-20111 in the wild since May.",
            "The intruders exploited a zero-day in the gateway.",
            "We observed mass exploitation of the servers by ransomware gangs.",
            "Two groups of attackers are exploiting the flaw on thousands of servers.");

    private static PaperSeverity assess(String title, String text) {
        Article article = Case.article("test", title, text);
        return ASSESSOR.assess(article, RealEvidence.of(article)).severity();
    }

    /** The page's table is the file's, word for word and number for number. */
    @Test
    void pageAndFileAgree() throws IOException {
        String page = resource("SEVERITY.md");
        String table = Table.rows("severity-weights.tsv").stream()
                .map(row -> "| " + row[1] + " | " + row[0] + " | " + row[2] + " | " + row[3] + " |")
                .sorted()
                .collect(Collectors.joining("\n"));
        String shown = page.lines()
                .filter(line -> line.matches("\\| [a-z-]+ \\| [a-z0-9-]+ \\| -?\\d+ \\| .+ \\|"))
                .sorted()
                .collect(Collectors.joining("\n"));
        assertThat(shown).isEqualTo(table);
    }

    @Test
    void evidenceOfExploitationNeverLowers() throws IOException {
        long seed = 20261122;
        Random random = new Random(seed);
        List<Case> cases = new ArrayList<>(Case.of("traps.jsonl"));
        cases.addAll(Case.of("stories.jsonl"));
        for (Case one : cases) {
            String text = one.article().text();
            String sentence = EXPLOITATION.get(random.nextInt(EXPLOITATION.size()));
            int before = assess(one.article().title(), text).score();
            String more = random.nextBoolean() ? sentence + "\n\n" + text : text + "\n\n" + sentence;
            assertThat(assess(one.article().title(), more).score())
                    .as("seed %d, %s, %s", seed, one.article().id(), sentence)
                    .isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void whatIsSaidToChangeItWouldChangeIt() throws IOException {
        for (Case one : Case.of("stories.jsonl")) {
            PaperSeverity severity = one.assessed().severity();
            assertThat(severity.changes()).allSatisfy(change -> {
                assertThat(change.level()).isNotEqualTo(severity.level());
                assertThat(change.points() > 0).isEqualTo(change.level().compareTo(severity.level()) > 0);
            });
        }
    }

    /** A lid is not argued away: more evidence alone doesn't make a threat of a how-to. */
    @Test
    void underALidOnlyTheKindOfArticleCouldRaiseIt() {
        PaperSeverity severity = assess(
                "How to read an advisory",
                "In this tutorial you will learn how to configure the scanner. Step 1: install it. Step 2: look for"
                        + " ransomware, stolen credentials and domain admin accounts. You can see lsass dumps. Next, tips.");
        assertThat(severity.level()).isEqualTo(Severity.INFORMATIONAL);
        assertThat(severity.changes()).noneMatch(change -> change.what().startsWith("had the article said"));
    }

    @ParameterizedTest
    @CsvSource({
        "CVSS 9.8, 8",
        "CVSS score of 9.8, 8",
        "CVSSv3.1 base score: 10.0, 8",
        "CVSS 3.1 score 9.1, 8",
        "CVSS 7.5, 4",
        "CVSS of 5.5, 0",
        "CVSS 3.1, 0"
    })
    void cvssIsReadWhereItIsGiven(String words, int points) {
        PaperSeverity severity = assess(
                "Ransomware gang",
                "The attackers exploited a flaw (" + words + ") in servers and stole data with malware.");
        assertThat(severity.reasons().stream()
                        .filter(reason -> reason.why().startsWith("CVSS"))
                        .mapToInt(Reason::points)
                        .sum())
                .isEqualTo(points);
    }

    @Test
    void partsOfWordsWeighNothing() {
        PaperSeverity severity = assess(
                "", "The source of the chapter is a resource of the captain, who adapted the therapist's workforce.");
        assertThat(severity.reasons()).isEmpty();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SeverityModel.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
