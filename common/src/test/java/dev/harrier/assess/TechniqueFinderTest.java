package dev.harrier.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.Article;
import dev.harrier.attack.AttackCatalogue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TechniqueFinderTest {
    private static final TechniqueFinder FINDER = new TechniqueFinder(AttackCatalogue.shipped());

    private static List<TechniqueFinding> find(String text) {
        Article article = Case.article("test", "", text);
        return FINDER.find(article, RealEvidence.of(article), Sentences.of(article));
    }

    private static List<String> ids(String text) {
        return find(text).stream().map(finding -> finding.technique().id()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "They ran `vssadmin.exe delete shadows /all /quiet` on each host.; T1490",
                "They ran `wmic shadowcopy delete` on each host.; T1490",
                "They ran `rundll32.exe comsvcs.dll, MiniDump 624 l.dmp full` as SYSTEM.; T1003.001",
                "They ran `reg save hklm\\sam s.hiv` as SYSTEM.; T1003.002",
                "They ran `schtasks /create /tn Upd /tr u.exe /sc daily` then.; T1053.005",
                "They ran `sc create upd binPath= c:\\u.sys` then.; T1543.003",
                "They ran `nltest /domain_trusts` then.; T1482",
                "It sets HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run to itself.; T1547.001"
            })
    void aBehaviourIsATechnique(String text, String id) {
        assertThat(ids(text)).contains(id);
    }

    @Test
    void aRevokedIdLeadsToItsHeirAndSaysSo() {
        TechniqueFinding found = find("The actor used PowerShell (T1086).").stream()
                .filter(f -> f.technique().id().equals("T1059.001"))
                .findFirst()
                .orElseThrow();
        assertThat(found.why()).contains("T1086");
        assertThat(found.quotes()).extracting(quote -> quote.text()).contains("T1086");
    }

    @Test
    void aDeprecatedIdIsNoted() {
        assertThat(find("The actor used T1064 on two hosts."))
                .anySatisfy(found -> assertThat(found.why()).contains("deprecated"));
    }

    @Test
    void anUnknownIdIsNoTechnique() {
        assertThat(ids("The actor used T9999 on two hosts.")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We did not see process hollowing in this intrusion.",
                "Unlike the earlier campaign, this one has no process hollowing.",
                "There is no evidence of process hollowing.",
                "An attacker could use process hollowing to hide.",
                "Our platform stops process hollowing out of the box.",
                "In the past, the group was known for process hollowing.",
                "## Mitigations\nTurn on the rule against process hollowing.",
                "We recommend that you alert on process hollowing.",
                "They did not use T1055.012 here.",
                "We have not seen `vssadmin delete shadows` in this intrusion."
            })
    void whatWasNotDoneDoesNotCount(String text) {
        assertThat(ids(text)).isEmpty();
    }

    @Test
    void aTableOfTechniquesCountsInAttacksOwnWords() {
        assertThat(ids("| T1055.012 | Process Hollowing | Adversaries may inject code into suspended processes. |"))
                .contains("T1055.012");
    }

    @Test
    void everydayWordsAreNoTechniques() {
        assertThat(ids("The server runs software at the source; the tool has domains, hardware and a proxy."))
                .isEmpty();
    }

    @Test
    void everyRuleNamesATechniqueOfTheCatalogue() {
        AttackCatalogue catalogue = AttackCatalogue.shipped();
        assertThat(Table.rows("behaviour-rules.tsv"))
                .allSatisfy(row -> assertThat(BehaviourRule.of(row).techniques())
                        .isNotEmpty()
                        .allSatisfy(id -> assertThat(catalogue.current(id)).isPresent()));
        assertThat(Table.rows("technique-phrases.tsv"))
                .allSatisfy(
                        row -> assertThat(catalogue.current(row[0])).as(row[0]).isPresent());
    }

    @Test
    void everyQuoteStandsInTheArticle() {
        String text = "The malware injects into explorer.exe and takes screenshots.\nIt creates a scheduled task.";
        assertThat(find(text)).isNotEmpty().allSatisfy(found -> assertThat(found.quotes())
                .allSatisfy(quote ->
                        assertThat(text.substring(quote.start(), quote.end())).isEqualTo(quote.text())));
    }
}
