package dev.harrier.dist.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Rendering;
import dev.harrier.dist.bench.SigmaSample;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.Leaves;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.sigma.SigmaException;
import dev.harrier.hunt.sigma.SigmaReader;
import dev.harrier.hunt.sigma.SigmaRule;
import dev.harrier.lab.EventMaker;
import dev.harrier.lab.MadeEvents;
import dev.harrier.lab.OracleLab;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * The SigmaHQ sample through the lab, and beside it what pySigma makes of the same rules, run over the same made events: queries that
 * nobody here wrote. Run as {@code scripts/bench pysigma}; prints the table of the documentation and each difference.
 */
public final class PySigma {
    /** How one rule went in one language. */
    record Outcome(String rule, String language, String verdict, String detail) {}

    private static final Map<String, String> FILES =
            Map.of("spl", "sigma/pysigma_splunk_cim.jsonl.gz", "kql", "sigma/pysigma_defender.jsonl.gz");

    private final List<Dialect> dialects =
            Connectors.discover().stream().map(ConnectorProvider::dialect).toList();
    private final Map<String, Map<String, List<String>>> theirs = new LinkedHashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    private PySigma(Path corpus) throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            theirs.put(file.getKey(), texts(corpus.resolve(file.getValue())));
        }
    }

    private static Map<String, List<String>> texts(Path file) throws IOException {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line : (Iterable<String>) lines.lines()::iterator) {
                JsonNode node = new ObjectMapper().readTree(line);
                List<String> all = new ArrayList<>();
                node.path("text").forEach(text -> all.add(text.asText()));
                texts.put(base(node.path("file").asText()), all);
            }
        }
        return texts;
    }

    private static String base(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Every rule of the sample, or those of which the name holds a word. */
    static PySigma run(Path corpus, Map<String, String> rules, String word) throws IOException, SQLException {
        PySigma comparison = new PySigma(corpus);
        try (OracleLab lab = new OracleLab(comparison.dialects)) {
            for (Map.Entry<String, String> rule : rules.entrySet()) {
                if (rule.getKey().contains(word)) {
                    comparison.compare(rule.getKey(), rule.getValue(), lab);
                }
            }
        }
        return comparison;
    }

    private void compare(String name, String yaml, OracleLab lab) throws SQLException {
        List<SigmaRule> rules;
        try {
            rules = SigmaReader.read(yaml, name);
        } catch (SigmaException e) {
            return;
        }
        for (SigmaRule rule : rules) {
            if (rule.detection().isPresent()
                    && rule.toHunt().logic() instanceof Logic.Detection detection
                    && detection.kind() != EventKind.OTHER) {
                compare(name, detection, lab);
            }
        }
    }

    private void compare(String name, Logic.Detection detection, OracleLab lab) throws SQLException {
        boolean hostIsAsked = Leaves.of(detection.condition()).stream()
                .anyMatch(leaf -> leaf.field().equals(EventModel.COMPUTER));
        MadeEvents made = EventMaker.of(detection);
        if (hostIsAsked || made.hits().isEmpty()) {
            outcomes.add(new Outcome(name, "both", hostIsAsked ? "asks for the host" : "no event could be made", ""));
            return;
        }
        List<Map<String, Object>> events = new ArrayList<>(made.hits());
        events.addAll(made.nearMisses());
        lab.hold(detection.kind(), real(detection.kind(), events));
        Set<Integer> expected =
                new TreeSet<>(IntStream.range(0, made.hits().size()).boxed().toList());
        for (Dialect dialect : dialects) {
            outcomes.add(outcome(name, detection, dialect, expected, events, lab));
        }
    }

    /** A connection that the host made, as every recorded one of Defender's ConnectionSuccess. */
    private static List<Map<String, Object>> real(EventKind kind, List<Map<String, Object>> events) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Map<String, Object> event : events) {
            Map<String, Object> real = new TreeMap<>(event);
            if (kind == EventKind.PROCESS_CREATION) {
                real.putIfAbsent("ProcessGuid", "{guid-" + all.size() + "}");
            }
            all.add(real);
        }
        return all;
    }

    private Outcome outcome(
            String name,
            Logic.Detection detection,
            Dialect dialect,
            Set<Integer> expected,
            List<Map<String, Object>> events,
            OracleLab lab) {
        Rendering rendering = dialect.render(OracleHunts.of(detection), dialect.defaultProfile());
        Optional<OracleLab.Found> ours = rendering instanceof Rendering.Rendered rendered
                ? Optional.of(lab.find(dialect.name(), rendered.text()))
                : Optional.empty();
        Optional<OracleLab.Found> they = theirs(name, dialect, lab);
        String our = word(ours, expected);
        String their = word(they, expected);
        String detail = our.equals("right") && (their.equals("right") || their.equals("says nothing"))
                ? ""
                : detail(
                        rendering,
                        ours,
                        they,
                        expected,
                        events,
                        theirs.get(dialect.name()).get(file(name)));
        return new Outcome(name, dialect.name(), "ours " + our + ", pySigma's " + their, detail);
    }

    private Optional<OracleLab.Found> theirs(String name, Dialect dialect, OracleLab lab) {
        List<String> texts = theirs.get(dialect.name()).get(file(name));
        if (texts == null || texts.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> places = new TreeSet<>();
        for (String text : texts) {
            OracleLab.Found found = lab.find(dialect.name(), text);
            if (found.problem().isPresent()) {
                return Optional.of(found);
            }
            places.addAll(found.places());
        }
        return Optional.of(new OracleLab.Found(Optional.empty(), places));
    }

    private static String file(String name) {
        return base(name.substring(name.indexOf(' ') + 1));
    }

    private static String word(Optional<OracleLab.Found> found, Set<Integer> expected) {
        if (found.isEmpty()) {
            return "says nothing";
        }
        if (found.get().problem().isPresent()) {
            return "not run";
        }
        boolean missed = !found.get().places().containsAll(expected);
        boolean more = !expected.containsAll(found.get().places());
        return missed && more ? "misses and finds more" : missed ? "misses" : more ? "finds more" : "right";
    }

    private static String detail(
            Rendering rendering,
            Optional<OracleLab.Found> ours,
            Optional<OracleLab.Found> they,
            Set<Integer> expected,
            List<Map<String, Object>> events,
            List<String> texts) {
        StringBuilder detail = new StringBuilder();
        ours.flatMap(OracleLab.Found::problem)
                .ifPresent(why -> detail.append("ours: ").append(why).append('\n'));
        they.flatMap(OracleLab.Found::problem)
                .ifPresent(why -> detail.append("theirs: ").append(why).append('\n'));
        they.filter(found -> found.problem().isEmpty()).ifPresent(found -> {
            Set<Integer> missed = new TreeSet<>(expected);
            missed.removeAll(found.places());
            Set<Integer> more = new TreeSet<>(found.places());
            more.removeAll(expected);
            missed.stream().findFirst().ifPresent(i -> detail.append("they miss ")
                    .append(events.get(i))
                    .append('\n'));
            more.stream().findFirst().ifPresent(i -> detail.append("they find ")
                    .append(events.get(i))
                    .append('\n'));
        });
        detail.append(rendering).append('\n').append(texts);
        return detail.toString();
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** How often each verdict was given, by language. */
    Map<String, Map<String, Long>> counts() {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        outcomes.forEach(outcome -> counts.computeIfAbsent(outcome.language(), language -> new TreeMap<>())
                .merge(outcome.verdict(), 1L, Long::sum));
        return counts;
    }

    /** Prints the counts; with a second word, also the details of the verdicts that hold it. */
    public static void main(String[] words) throws IOException, SQLException {
        String word = words.length > 0 ? words[0] : "";
        PySigma comparison =
                run(SigmaSample.corpus().orElseThrow(), SigmaSample.read().orElseThrow(), word);
        comparison.counts().forEach((language, counts) -> {
            System.out.println(language);
            counts.forEach((verdict, count) -> System.out.printf("%6d  %s%n", count, verdict));
        });
        if (words.length > 1) {
            comparison.outcomes.stream()
                    .filter(outcome -> outcome.verdict().contains(words[1])
                            && !outcome.detail().isEmpty())
                    .forEach(outcome -> System.out.println("\n" + outcome.language() + " " + outcome.rule() + ": "
                            + outcome.verdict() + "\n" + outcome.detail()));
        }
    }
}
