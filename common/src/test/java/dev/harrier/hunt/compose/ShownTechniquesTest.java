package dev.harrier.hunt.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.Article;
import dev.harrier.assess.TechniqueFinding;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.evidence.Behaviour;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.Indicator;
import dev.harrier.evidence.IndicatorType;
import dev.harrier.evidence.Quote;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.catalogue.Catalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A hunt bears a technique only where a hit of it would show that technique. */
class ShownTechniquesTest {
    private static final HuntComposer COMPOSER = new HuntComposer(Catalogue.of(List.of()));

    @Test
    void aNameShowsThatItWasContactedAndNothingElseOfItsSentence() {
        Article article = Stories.article(
                "A phishing mail brought it, it sets a run key, encrypts all files and beacons to evil.example.");
        Evidence evidence = Stories.indicators(List.of(indicator(article, IndicatorType.DOMAIN, "evil.example")));
        List<Hunt> hunts = hunts(
                article,
                evidence,
                told(article, article.text(), "T1566.001", "T1547.001", "T1486", "T1071", "T1071.001"));
        assertThat(hunts).hasSize(2).allSatisfy(hunt -> assertThat(hunt.techniques())
                .containsExactly("T1071", "T1071.001"));
    }

    @Test
    void aProgramShowsWhatItIsForOnlyWhenItRuns() {
        String hash = "0123456789abcdef0123456789abcdef01234567";
        Article article = Stories.article("| " + hash + " | keylogger that sets a run key |");
        Evidence evidence = Stories.indicators(List.of(indicator(article, IndicatorType.SHA1, hash)));
        List<Hunt> hunts = hunts(article, evidence, told(article, article.text(), "T1056.001", "T1547.001"));
        assertThat(techniques(hunts, EventKind.PROCESS_CREATION)).containsExactly("T1056.001");
        assertThat(techniques(hunts, EventKind.FILE_EVENT)).isEmpty();
    }

    @Test
    void aVulnerableMachineShowsNoAttack() {
        assertThat(Showable.of(Groups.EXPOSURES)).isEqualTo(new Showable(Set.of(), Set.of()));
    }

    @Test
    void aRuleTellsWhichOfTwoCommandsItIs() {
        Article article = Stories.article(
                "It ran vssadmin delete shadows /for=c: /quiet7 and then nltest /domain_trusts /all_trusts7 for ever.");
        Behaviour backups = command(article, "vssadmin.exe", "vssadmin delete shadows /for=c: /quiet7");
        Behaviour trusts = command(article, "nltest.exe", "nltest /domain_trusts /all_trusts7");
        List<Hunt> hunts =
                hunts(article, Stories.behaviours(backups, trusts), told(article, article.text(), "T1490", "T1482"));
        assertThat(hunts)
                .extracting(Hunt::title, Hunt::techniques)
                .satisfiesExactlyInAnyOrder(
                        hunt -> assertThat(hunt.toList()).element(1).isEqualTo(List.of("T1482")),
                        hunt -> assertThat(hunt.toList()).element(1).isEqualTo(List.of("T1490")));
    }

    @Test
    void whatARuleRecognisesIsBorneThoughNoSentenceIsQuoted() {
        Article article = Stories.article("First: vssadmin delete shadows /for=c: /quiet7. Then it was over.");
        Behaviour command = command(article, "vssadmin.exe", "vssadmin delete shadows /for=c: /quiet7");
        assertThat(hunts(article, Stories.behaviours(command), told(article, "Then it was over", "T1490")))
                .singleElement()
                .satisfies(hunt -> assertThat(hunt.techniques()).containsExactly("T1490"));
    }

    @Test
    void aFileShowsPersistenceByItsPlaceNotByItsSentence() {
        Article article = Stories.article("It drops q1337.dat and a.lnk in \\Start Menu\\Programs\\Startup\\z9k.lnk.");
        Behaviour other = new Behaviour.FilePath("C:\\ProgramData\\q1337.dat", Stories.quote(article, "q1337.dat"));
        String place = "\\Start Menu\\Programs\\Startup\\z9k.lnk";
        Behaviour started = new Behaviour.FilePath(place, Stories.quote(article, place));
        TechniqueFinding[] told = told(article, article.text(), "T1547.001");
        assertThat(techniques(hunts(article, Stories.behaviours(other), told), EventKind.FILE_EVENT))
                .isEmpty();
        assertThat(techniques(hunts(article, Stories.behaviours(started), told), EventKind.FILE_EVENT))
                .containsExactly("T1547.001");
    }

    @Test
    void anIdIsToldOfWhatStandsOnItsLine() {
        Article article =
                Stories.article("| T1112 | It sets HKCU\\Software\\Zq17\\Own |\n| T1546 | HKCU\\Software\\Yq18\\Own |");
        Behaviour set = new Behaviour.RegistryValue(
                "HKCU\\Software\\Zq17\\Own", Optional.empty(), Stories.quote(article, "HKCU\\Software\\Zq17\\Own"));
        TechniqueFinding[] told = {told(article, "T1112", "T1112")[0], told(article, "T1546", "T1546")[0]};
        assertThat(techniques(hunts(article, Stories.behaviours(set), told), EventKind.REGISTRY_SET))
                .containsExactly("T1112");
    }

    @Test
    void theTableKnowsEverySortOfClauseAndOnlyTechniquesOfAttack() {
        for (Group group : List.of(
                Groups.DNS,
                Groups.HOSTS,
                Groups.ADDRESSES,
                Groups.HASHES_RUN,
                Groups.HASHES_WRITTEN,
                Groups.HASHES_LOADED,
                Groups.URLS,
                Groups.AGENTS,
                Groups.PATHS,
                Groups.SENDERS,
                Groups.FILES,
                Groups.PROGRAMS,
                Groups.SCRIPTS,
                Groups.LIBRARIES,
                Groups.REGISTRY,
                Groups.SERVICES,
                Groups.TASKS,
                Groups.TASK_COMMANDS,
                Groups.PIPES,
                Groups.SCRIPT_BLOCKS,
                Groups.commands("q.exe"),
                Groups.children("q.exe"),
                UnixGroups.LINUX_FILES,
                UnixGroups.commands("q"))) {
            assertThat(Showable.of(group).words()).as(group.name()).isNotEmpty();
            assertThat(Showable.of(group).words())
                    .filteredOn(word -> word.startsWith("T"))
                    .allMatch(word -> AttackCatalogue.shipped()
                            .technique(word.replaceFirst("[=!]$", ""))
                            .filter(t -> t.revokedBy().isEmpty())
                            .isPresent());
        }
    }

    private static Indicator indicator(Article article, IndicatorType type, String value) {
        return new Indicator(type, value, Stories.quote(article, value), true, "defanged");
    }

    private static Behaviour command(Article article, String program, String line) {
        List<String> fragments = List.of(line.substring(line.indexOf(' ') + 1));
        return new Behaviour.CommandLine(program, line, fragments, Stories.quote(article, line));
    }

    private static TechniqueFinding[] told(Article article, String words, String... ids) {
        Quote quote = Stories.quote(article, words);
        return Arrays.stream(ids)
                .map(id -> new TechniqueFinding(
                        AttackCatalogue.shipped().technique(id).orElseThrow(), 0.9, "described", List.of(quote)))
                .toArray(TechniqueFinding[]::new);
    }

    private static List<Hunt> hunts(Article article, Evidence evidence, TechniqueFinding... told) {
        return COMPOSER.compose(article, evidence, Stories.threat(told), false).hunts();
    }

    private static Set<String> techniques(List<Hunt> hunts, EventKind kind) {
        return hunts.stream()
                .filter(hunt -> hunt.logic().kind() == kind)
                .flatMap(hunt -> hunt.techniques().stream())
                .collect(Collectors.toSet());
    }
}
