package dev.harrier.report.validation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.LedgerEntry.DayCount;
import dev.harrier.measure.ScannedBytes;
import dev.harrier.measure.Window;
import dev.harrier.report.ValidationReport;
import dev.harrier.verdict.Disagreement;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.Proposal;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a report that {@link ReportFormat#JSON} wrote, item by item, so that every format can be made of it later. All is as it was but
 * the hunts' logic, of which only the kind of event is kept: no format shows more.
 */
public final class SavedReport {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, String> head = new HashMap<>();
    private final List<ValidationReport.Pack> packs = new ArrayList<>();
    private final Map<String, Hunt> hunts = new LinkedHashMap<>();
    private final List<JsonNode> targets = new ArrayList<>();
    private final Map<String, SavedDeployments> deployed = new HashMap<>();
    private final List<HuntVerdict> verdicts = new ArrayList<>();
    private final List<Disagreement> disagreements = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();
    private final Map<HuntId, Map<String, List<DayCount>>> days = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private SavedReport() {}

    /** The JSON Schema (2020-12) of what is read here. */
    public static String schema() {
        try (InputStream in = SavedReport.class.getResourceAsStream("validation-report.schema.json")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a report to its end; the reader stays open.
     *
     * @throws IllegalArgumentException if it is something else, or of another version
     * @throws IOException if it can't be read
     */
    public static ValidationReport read(Reader json) throws IOException {
        SavedReport saved = new SavedReport();
        try {
            JsonParser parser = MAPPER.createParser(json).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            saved.fields(parser);
            return saved.report();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private void fields(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("no report");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                requireVersion();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    item(name, MAPPER.readTree(parser));
                }
            } else {
                head.put(name, MAPPER.<JsonNode>readTree(parser).asText());
            }
        }
    }

    private void item(String name, JsonNode item) {
        switch (name) {
            case "packs" -> packs.add(PackSummaryJson.read(item));
            case "hunts" -> hunts.put(Fields.text(item, "id"), HuntJson.read(item));
            case "targets" -> targets.add(item);
            case "deployed" ->
                deployed.computeIfAbsent(Fields.text(item, "target"), target -> new SavedDeployments())
                        .add(item);
            case "verdicts" -> verdicts.add(FindingJson.verdict(item, this::hunt));
            case "disagreements" -> disagreements.add(FindingJson.disagreement(item, this::hunt));
            case "proposals" -> proposals.add(FindingJson.proposal(item, this::hunt));
            case "days" -> days(item);
            case "problems" -> problems.add(Fields.text(item));
            default -> {
                // a later version of the same number may say more
            }
        }
    }

    private Hunt hunt(String id) {
        Hunt hunt = hunts.get(id);
        if (hunt == null) {
            throw new IllegalArgumentException("no hunt " + id + " above what is said of it");
        }
        return hunt;
    }

    private void days(JsonNode item) {
        HuntId hunt = HuntId.parse(Fields.text(item, "hunt"));
        String target = Fields.text(item, "target");
        days.computeIfAbsent(hunt, id -> new HashMap<>())
                .put(target, Fields.list(item, "days", day -> day(hunt, target, day)));
    }

    private static DayCount day(HuntId hunt, String target, JsonNode json) {
        return new DayCount(
                hunt,
                target,
                LocalDate.parse(Fields.text(json, "day")),
                Instant.parse(Fields.text(json, "at")),
                Fields.text(json, "query"),
                CountJson.read(json.path("count")));
    }

    /** It stands first: nothing is read of what may mean something else. */
    private void requireVersion() {
        if (!head("version").equals(Integer.toString(ValidationJson.VERSION))) {
            throw new IllegalArgumentException("no report of version " + ValidationJson.VERSION);
        }
    }

    private ValidationReport report() {
        requireVersion();
        return new ValidationReport(
                Instant.parse(head("at")),
                new Window(Instant.parse(head("from")), Instant.parse(head("to"))),
                packs,
                List.copyOf(hunts.values()),
                targets.stream().map(this::target).toList(),
                verdicts,
                disagreements,
                proposals,
                days,
                problems,
                Optional.ofNullable(head.get("took")).map(Duration::parse));
    }

    private String head(String name) {
        return head.getOrDefault(name, "");
    }

    private ValidationReport.Target target(JsonNode json) {
        String name = Fields.text(json, "name");
        SavedDeployments of = deployed.getOrDefault(name, new SavedDeployments());
        return new ValidationReport.Target(
                name,
                Fields.list(json, "changes", TargetJson::readChange),
                Fields.texts(json, "unwanted"),
                Fields.list(json, "coverage", TargetJson::readCoverage),
                of.states(),
                of.queries(),
                of.runs(),
                of.alerts(),
                new ScannedBytes(TargetJson.readScanned(json), of.scanned()));
    }
}
