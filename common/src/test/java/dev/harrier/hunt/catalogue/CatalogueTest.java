package dev.harrier.hunt.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.ConditionOracle;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntTitle;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.QuerySample;
import dev.harrier.hunt.sigma.SigmaReader;
import dev.harrier.hunt.sigma.SigmaRule;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    static List<CatalogueEntry> entries() {
        return Catalogue.shipped().entries();
    }

    @Test
    void everyShippedRuleIsOursAndNamedOnce() {
        assertThat(entries()).hasSizeGreaterThanOrEqualTo(75).hasSize((int) indexed());
        assertThat(entries()).extracting(e -> e.rule().id()).doesNotHaveDuplicates();
        assertThat(entries()).extracting(e -> e.rule().title()).doesNotHaveDuplicates();
    }

    private static long indexed() {
        return text("index.txt").lines().filter(l -> !l.startsWith("#")).count();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyEntryIsFitForASoc(CatalogueEntry entry) {
        Hunt hunt = entry.hunt();
        assertThat(entry.rule().title()).isEqualTo(HuntTitle.of(entry.rule().title()));
        assertThat(hunt.kind()).isEqualTo(Hunt.Kind.CATALOGUE);
        assertThat(hunt.techniques()).isNotEmpty();
        assertThat(hunt.falsePositives()).isNotEmpty();
        assertThat(hunt.timeToLive()).isEmpty();
        assertThat(hunt.description()).isNotBlank();
        assertThat(entry.words()).isNotEmpty();
    }

    static List<CatalogueEntry> detections() {
        return entries().stream().filter(e -> e.rule().detection().isPresent()).toList();
    }

    /** The lab runs them, in scripts/dist; here only that there is something to run. */
    @Test
    void everyNativeQueryHasSamplesThatItMustHitAndMiss() {
        List<Logic.NativeQuery> queries =
                entries().stream().flatMap(e -> e.rule().query().stream()).toList();
        assertThat(queries).hasSizeGreaterThanOrEqualTo(5).allSatisfy(query -> {
            assertThat(query.textByDialect()).containsOnlyKeys("kql", "spl");
            assertThat(query.samples()).anyMatch(QuerySample::hit);
            assertThat(query.samples()).filteredOn(sample -> !sample.hit()).hasSizeGreaterThan(1);
        });
    }

    @ParameterizedTest
    @MethodSource("detections")
    void hitsWhatItIsForAndMissesTheNearMisses(CatalogueEntry entry) {
        Condition condition = entry.rule().detection().orElseThrow().condition();
        String events = text(entry.rule().file().replace(".yml", ".events"));
        assertThat(events).contains("+\t").contains("-\t");
        events.lines().forEach(line -> assertThat(ConditionOracle.matches(condition, event(line)))
                .as(line)
                .isEqualTo(line.startsWith("+")));
    }

    private static Map<String, String> event(String line) {
        return Stream.of(line.split("\t"))
                .skip(1)
                .collect(Collectors.toMap(c -> c.substring(0, c.indexOf('=')), c -> c.substring(c.indexOf('=') + 1)));
    }

    @Test
    void aRuleWithoutEvidenceIsSelectedByItsOwnTests() {
        SigmaRule rule = SigmaReader.read("""
                        title: A
                        logsource: {category: process_creation, product: windows}
                        tags: [attack.t1059.003]
                        detection:
                            s: {Image|endswith: '\\cmd.exe', CommandLine|contains: 'Secret-Flag'}
                            f: {CommandLine|contains: 'harmless'}
                            condition: s and not f
                        """, "a.yml").get(0);
        CatalogueEntry entry = Catalogue.of(List.of(rule)).entries().get(0);
        assertThat(entry.fragments()).containsExactly("secret-flag");
        assertThat(entry.concerns("T1059.003")).isTrue();
        assertThat(entry.concerns("T1059")).isTrue();
        assertThat(entry.concerns("T1059.001")).isFalse();
    }

    @Test
    void rulesOfOnesOwnJoinAndTakeThePlaceOfTheirId() {
        String same = entries().get(0).rule().id().toString();
        String yaml = """
                        title: %s
                        id: %s
                        logsource: {category: process_creation, product: windows}
                        detection: {s: {Image|endswith: '\\q.exe'}, condition: s}
                        """;
        SigmaRule own = SigmaReader.read(yaml.formatted("Own", same), "own.yml").get(0);
        SigmaRule more = SigmaReader.read(yaml.formatted("More", "5b9d1f0e-0c1d-4f43-8a3c-1d2c3b4a5f60"), "more.yml")
                .get(0);
        assertThat(Catalogue.shipped().with(List.of(own, more)).entries())
                .hasSize(entries().size() + 1)
                .extracting(e -> e.rule().title())
                .contains("Own", "More")
                .doesNotContain(entries().get(0).rule().title());
    }

    private static String text(String file) {
        try (InputStream in = Catalogue.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
