package dev.harrier.sentinel.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.LookupTable;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.dialect.Translation;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.ConditionOracle;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Queries that read their values from watchlists. The lab has no watchlists: it runs the very text with each {@code _GetWatchlist}
 * replaced by the list that the export puts into it.
 */
class KqlLookupTest {
    private static final long SEED = 20_261_122;
    private static final Profile LOOKUPS =
            new KqlDialect().withLookups(new Profile("defender", Map.of())).orElseThrow();

    private final Random random = new Random(SEED);

    private static Condition like(String field, TextPattern pattern) {
        return new Condition.Match(field, new FieldTest.Like(pattern, false));
    }

    private String domain() {
        StringBuilder name = new StringBuilder("h" + Integer.toHexString(random.nextInt()));
        for (int labels = random.nextInt(3); labels >= 0; labels--) {
            name.append(".x").append(random.nextInt(50));
        }
        return name.toString();
    }

    private static Logic.Detection below(List<String> domains) {
        return new Logic.Detection(
                EventKind.DNS_QUERY,
                new Condition.Any(domains.stream()
                        .flatMap(domain -> List.of(
                                like("QueryName", TextPattern.exactly(domain)),
                                like("QueryName", TextPattern.endingWith("." + domain)))
                                .stream())
                        .toList()));
    }

    @Test
    void namesAndAllBelowThemAreFoundInTheList() throws Exception {
        List<String> domains = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            domains.add(domain());
        }
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            events.add(event("QueryName", seen(domains.get(random.nextInt(domains.size()))), i));
        }
        check("below", below(domains), events);
    }

    /** The name itself, in another case, below it, and what only looks like it. */
    private String seen(String domain) {
        return switch (random.nextInt(8)) {
            case 0 -> domain;
            case 1 -> domain.toUpperCase(Locale.ROOT);
            case 2 -> "a." + domain;
            case 3 -> "b.a." + domain;
            case 4 -> "a" + domain;
            case 5 -> domain + ".a";
            case 6 -> domain.substring(domain.indexOf('.') + 1);
            default -> "." + domain;
        };
    }

    @Test
    void hashesAreFoundInTheList() throws Exception {
        List<String> hashes = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            hashes.add(String.format("%016x", random.nextLong()).repeat(4));
        }
        Condition any = new Condition.Any(hashes.stream()
                .map(hash -> like("sha256", TextPattern.exactly(hash)))
                .toList());
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String hash = hashes.get(random.nextInt(hashes.size()));
            events.add(event("sha256", i % 2 == 0 ? hash.toUpperCase(Locale.ROOT) : "0" + hash.substring(1), i));
        }
        check("hashes", new Logic.Detection(EventKind.PROCESS_CREATION, any), events);
    }

    private static Map<String, Object> event(String field, String value, long time) {
        return new HashMap<>(Map.of(field, value, "EventTime", time, "Computer", "pc"));
    }

    private static void check(String name, Logic.Detection detection, List<Map<String, Object>> events)
            throws Exception {
        assertThat(KqlRenderer.render(detection, new Profile("defender", Map.of())))
                .isInstanceOf(Rendering.Unsupported.class);
        Rendering rendering = KqlRenderer.render(detection, LOOKUPS);
        assertThat(rendering).isInstanceOf(Rendering.Rendered.class);
        Rendering.Rendered rendered = (Rendering.Rendered) rendering;
        assertThat(rendered.lookups()).hasSize(1);
        assertThat(rendered.text().length()).isLessThan(1_500);
        assertThat(new KqlDialect().lint(rendered.text(), LOOKUPS))
                .noneMatch(finding -> finding.level() == LintFinding.Level.ERROR);
        try (LabTables lab = new LabTables();
                KqlCheckFile microsoft = new KqlCheckFile("lookup-" + name)) {
            microsoft.add(name, rendered.text(), false);
            lab.fill(detection.kind(), events);
            Set<Long> expected = events.stream()
                    .filter(event -> ConditionOracle.matches(detection, event))
                    .map(event -> (Long) event.get("EventTime"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(expected).hasSizeBetween(5, events.size() - 5);
            assertThat(found(lab, inlined(rendered)))
                    .as("seed " + SEED + "\n" + rendered.text())
                    .isEqualTo(expected);
        }
    }

    private static String inlined(Rendering.Rendered rendered) {
        String text = rendered.text();
        for (LookupTable table : rendered.lookups()) {
            String list = table.values().stream().map(KqlLiteral::of).collect(Collectors.joining(", ", "(", ")"));
            String definition =
                    "let " + table.name() + " = _GetWatchlist(\"" + table.name() + "\") | project SearchKey;\n";
            assertThat(text).startsWith(definition);
            text = text.substring(definition.length()).replace("(" + table.name() + ")", list);
        }
        return text;
    }

    private static Set<Long> found(LabTables lab, String kql) throws Exception {
        Translation translation = new KqlDialect().translate(kql);
        assertThat(translation).isInstanceOf(Translation.Translated.class);
        String sql = ((Translation.Translated) translation).sql();
        return lab.query("SELECT epoch_us(\"TimeGenerated\") FROM (" + sql + ")").stream()
                .map(row -> Long.valueOf(row.get(0)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatAWatchlistCannotHoldStaysInTheText() {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            parts.add(like("QueryName", TextPattern.exactly("=cmd|'/c calc'!A" + i + ",\"quoted\"")));
        }
        assertThat(KqlRenderer.render(new Logic.Detection(EventKind.DNS_QUERY, new Condition.Any(parts)), LOOKUPS))
                .isInstanceOf(Rendering.Unsupported.class);
    }

    @Test
    void aShortHuntIsTheSameWithLookupsAndWithout() {
        Logic.Detection few = below(List.of("a.example", "b.example"));
        assertThat(KqlRenderer.render(few, LOOKUPS))
                .isEqualTo(KqlRenderer.render(few, new Profile("defender", Map.of())));
    }
}
