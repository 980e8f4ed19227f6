package dev.harrier.dist.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Rendering;
import dev.harrier.dist.bench.SigmaSample;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.catalogue.Catalogue;
import dev.harrier.hunt.catalogue.CatalogueEntry;
import dev.harrier.lab.Lab;
import dev.harrier.lab.LabConnector;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The whole catalogue, in every language, over recordings of attacks and over benign events. Run as {@code scripts/bench recordings};
 * prints the page {@code TELEMETRY.md} in Markdown.
 */
public final class Recordings {
    /** A recording and what fired on it: hits by hunt and language. */
    record Recording(String name, List<String> techniques, Map<Hunt, Map<String, Long>> fired) {
        /** Whether a hunt that is tagged with one of the recording's techniques, or its parent or child, fired. */
        boolean rightly() {
            return fired.keySet().stream().anyMatch(hunt -> related(hunt, techniques));
        }

        List<Hunt> unrelated() {
            return fired.keySet().stream()
                    .filter(hunt -> !related(hunt, techniques))
                    .toList();
        }
    }

    static final List<Hunt> HUNTS =
            Catalogue.shipped().entries().stream().map(CatalogueEntry::hunt).toList();

    private Recordings() {}

    static boolean related(Hunt hunt, List<String> techniques) {
        return hunt.techniques().stream().anyMatch(a -> techniques.stream().anyMatch(b -> family(a, b)));
    }

    private static boolean family(String a, String b) {
        return a.equals(b) || a.startsWith(b + ".") || b.startsWith(a + ".");
    }

    /** All recordings of attacks, in the manifest's order. */
    static List<Recording> attacks(Path corpus) throws IOException {
        List<Recording> recordings = new ArrayList<>();
        for (String line : Files.readAllLines(corpus.resolve("telemetry/manifest.jsonl"))) {
            JsonNode node = new ObjectMapper().readTree(line);
            List<String> techniques = new ArrayList<>();
            node.path("techniques").forEach(technique -> techniques.add(technique.asText()));
            String file = node.path("file").asText();
            Path path = corpus.resolve("telemetry").resolve(file + ".gz");
            if (Files.exists(path)) {
                recordings.add(new Recording(file.replace(".jsonl", ""), techniques, fired(path)));
            }
        }
        return recordings;
    }

    /** What the catalogue finds in the mostly benign process events: in the intrusion among them, and in all others. */
    static List<Recording> benign(Path corpus) throws IOException {
        String name = "benign_msticpy_mde_proc_cs1";
        Intrusion intrusion = Intrusion.in(Files.readAllLines(corpus.resolve("telemetry/" + name + ".jsonl")));
        return List.of(
                new Recording(name + ", the intrusion", List.of(), fired(intrusion.intruders())),
                new Recording(name + ", all else", List.of(), fired(intrusion.others())));
    }

    private static Map<Hunt, Map<String, Long>> fired(List<String> lines) {
        byte[] text = String.join("\n", lines).getBytes(UTF_8);
        return fired(lab -> lab.load("benign", new ByteArrayInputStream(text)));
    }

    private static Map<Hunt, Map<String, Long>> fired(Path path) {
        return fired(lab -> lab.load(path));
    }

    private static Map<Hunt, Map<String, Long>> fired(Consumer<Lab> load) {
        Map<Hunt, Map<String, Long>> fired = new LinkedHashMap<>();
        try (Lab lab = Lab.inMemory()) {
            load.accept(lab);
            Window window = lab.span().orElseThrow();
            for (ConnectorProvider provider : Connectors.discover()) {
                Dialect dialect = provider.dialect();
                try (LabConnector connector = new LabConnector(lab, dialect, "recordings")) {
                    HUNTS.forEach(hunt -> count(hunt, dialect, connector, window, fired));
                }
            }
        }
        return fired;
    }

    private static void count(
            Hunt hunt, Dialect dialect, LabConnector connector, Window window, Map<Hunt, Map<String, Long>> fired) {
        if (dialect.render(hunt, dialect.defaultProfile()) instanceof Rendering.Rendered rendered
                && connector.count(new Deployment(hunt, rendered.text(), Deployment.State.SHADOW), window)
                        instanceof HitCount.Counted counted
                && counted.hits().events() > 0) {
            fired.computeIfAbsent(hunt, h -> new TreeMap<>())
                    .put(dialect.name(), counted.hits().events());
        }
    }

    /** Recordings of whose technique, or its family, the catalogue has a hunt. */
    static List<Recording> covered(List<Recording> recordings) {
        return recordings.stream()
                .filter(recording -> HUNTS.stream().anyMatch(hunt -> related(hunt, recording.techniques())))
                .toList();
    }

    static String table(List<Recording> recordings) {
        StringBuilder table =
                new StringBuilder("| recording | techniques | covered | fired rightly | other hunts that fired |\n"
                        + "|---|---|---|---|---|\n");
        for (Recording recording : recordings) {
            String rightly = words(
                    recording.fired().keySet().stream()
                            .filter(hunt -> related(hunt, recording.techniques()))
                            .toList(),
                    recording);
            table.append("| ")
                    .append(recording.name())
                    .append(" | ")
                    .append(String.join(", ", recording.techniques()))
                    .append(" | ")
                    .append(covered(List.of(recording)).isEmpty() ? "no" : "yes")
                    .append(" | ")
                    .append(rightly)
                    .append(" | ")
                    .append(words(recording.unrelated(), recording))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String words(List<Hunt> hunts, Recording recording) {
        return hunts.stream()
                .map(hunt -> hunt.title() + " " + recording.fired().get(hunt))
                .collect(Collectors.joining("; "));
    }

    /** Prints the tables. */
    public static void main(String[] words) throws IOException {
        Path corpus = SigmaSample.corpus().orElseThrow();
        List<Recording> attacks = attacks(corpus);
        System.out.println(table(attacks));
        System.out.println(covered(attacks).size() + " covered, "
                + covered(attacks).stream().filter(Recording::rightly).count() + " of them fired rightly");
        System.out.println(table(benign(corpus)));
    }
}
