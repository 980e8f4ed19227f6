package dev.harrier.splunk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.LookupTable;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.ConditionOracle;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Searches that look their values up. The lab has no lookups: it runs the very text with each {@code lookup} replaced by an
 * {@code eval} that matches the patterns of the exported file, as transforms.conf says that Splunk does.
 */
class LookupSearchTest {
    private static final long SEED = 20_261_122;
    private static final Profile LOOKUPS = Hunts.SPL.withLookups(Hunts.CIM).orElseThrow();
    private static final Pattern LOOKUP =
            Pattern.compile("\\| lookup (harrier_[0-9a-f]{32}) value AS (\\w+) OUTPUT value AS (\\w+)");

    private final Random random = new Random(SEED);

    @Test
    void namesAndAllBelowThem() throws SQLException {
        List<String> domains = Stream.generate(() -> "h" + Integer.toHexString(random.nextInt()) + ".x.example")
                .limit(2_000)
                .toList();
        List<Condition> any = new ArrayList<>();
        List<Map<String, Object>> events = new ArrayList<>();
        for (String domain : domains) {
            any.add(Hunts.like("QueryName", TextPattern.exactly(domain)));
            any.add(Hunts.like("QueryName", TextPattern.endingWith("." + domain)));
        }
        for (int i = 0; i < 40; i++) {
            String domain = domains.get(random.nextInt(domains.size()));
            List<String> seen =
                    List.of(domain, domain.toUpperCase(Locale.ROOT), "a." + domain, "a" + domain, "x.example");
            events.add(Map.of("QueryName", seen.get(i % 5), "Computer", "pc"));
        }
        check(new Logic.Detection(EventKind.DNS_QUERY, new Condition.Any(any)), events, 1);
    }

    @Test
    void hashesOfTwoKindsInOneColumnAndANetworkBeside() throws SQLException {
        List<String> hashes = Stream.generate(() -> String.format("%016x", random.nextLong()))
                .limit(1_200)
                .toList();
        List<Condition> any = new ArrayList<>();
        List<Map<String, Object>> events = new ArrayList<>();
        for (String half : hashes) {
            any.add(Hunts.like("sha256", TextPattern.exactly(half.repeat(4))));
            any.add(Hunts.like("md5", TextPattern.exactly(half.repeat(2))));
        }
        for (int i = 0; i < 40; i++) {
            String half = hashes.get(random.nextInt(hashes.size()));
            events.add(
                    switch (i % 4) {
                        case 0 -> Map.of("sha256", half.repeat(4), "Computer", "pc");
                        case 1 -> Map.of("md5", half.toUpperCase(Locale.ROOT).repeat(2), "sha256", "0".repeat(64));
                        case 2 -> Map.of("md5", "0" + half.repeat(2).substring(1), "Computer", "pc");
                        default -> Map.of("sha1", half.repeat(3).substring(8), "Computer", "pc");
                    });
        }
        check(new Logic.Detection(EventKind.PROCESS_CREATION, new Condition.Any(any)), events, 1);
    }

    @Test
    void addressesAndNetworks() throws SQLException {
        List<Condition> any = new ArrayList<>();
        for (int i = 0; i < 8_000; i++) {
            any.add(Hunts.like("DestinationIp", TextPattern.exactly("45.6." + i / 250 + "." + i % 250)));
        }
        any.add(new Condition.Match("DestinationIp", new FieldTest.InSubnet("198.51.100.0/24")));
        List<Map<String, Object>> events = Stream.of(
                        "45.6.7.8", "45.6.7.251", "198.51.100.7", "198.51.101.7", "45.6.31.9")
                .<Map<String, Object>>map(address -> Map.of("DestinationIp", address, "Computer", "pc"))
                .toList();
        check(new Logic.Detection(EventKind.NETWORK_CONNECTION, new Condition.Any(any)), events, 1);
    }

    private static void check(Logic.Detection detection, List<Map<String, Object>> events, int tables)
            throws SQLException {
        assertThat(Hunts.SPL.render(Hunts.of(detection), Hunts.CIM)).isInstanceOf(Rendering.Unsupported.class);
        Rendering rendering = Hunts.SPL.render(Hunts.of(detection), LOOKUPS);
        assertThat(rendering).isInstanceOf(Rendering.Rendered.class);
        Rendering.Rendered rendered = (Rendering.Rendered) rendering;
        assertThat(rendered.lookups()).hasSize(tables);
        assertThat(rendered.text().length()).isLessThan(1_500);
        assertThat(Hunts.SPL.lint(rendered.text(), LOOKUPS))
                .noneMatch(finding -> finding.level() == LintFinding.Level.ERROR);
        long expected = events.stream()
                .filter(event -> ConditionOracle.matches(detection, event))
                .count();
        assertThat(expected).isBetween(2L, events.size() - 2L);
        try (Lab lab = new Lab()) {
            for (int i = 0; i < events.size(); i++) {
                lab.add(detection.kind(), events.get(i), 86_400L * i);
            }
            assertThat(lab.count(inlined(rendered, words(events))).get("hits"))
                    .as("seed " + SEED + "\n" + rendered.text())
                    .isEqualTo(String.valueOf(expected));
        }
    }

    private static String inlined(Rendering.Rendered rendered, String words) {
        Map<String, LookupTable> tables =
                rendered.lookups().stream().collect(Collectors.toMap(LookupTable::name, table -> table));
        return LOOKUP.matcher(rendered.text()).replaceAll(found -> {
            String pattern = tables.get(found.group(1)).values().stream()
                    .filter(value -> words.contains(value.replace("*", "").toLowerCase(Locale.ROOT)))
                    .map(value -> value.replace(".", "\\.").replace("*", ".*"))
                    .collect(Collectors.joining("|", "(?i)^(?:", ")$"));
            return Matcher.quoteReplacement("| eval " + found.group(3) + "=if(match(" + found.group(2) + ","
                    + SplLiteral.string(pattern) + ")," + found.group(2) + ",null())");
        });
    }

    /** All that the events hold: a pattern of which no part is there matches none of them, and only burdens the engine. */
    private static String words(List<Map<String, Object>> events) {
        return events.stream()
                .flatMap(event -> event.entrySet().stream())
                .map(field -> " " + field.getKey() + "=" + field.getValue() + " ." + field.getValue())
                .collect(Collectors.joining())
                .toLowerCase(Locale.ROOT);
    }
}
