package dev.harrier.report.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.report.ValidationReport;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every hunt's verdict was once, kept beside the packs, so that a change to them can be held against it. Immutable.
 */
public final class Baseline {
    private static final int SCHEMA = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<Verdict> WORKING =
            EnumSet.of(Verdict.QUIET, Verdict.BLOCKED, Verdict.CONFIRMED, Verdict.RAISED);

    private final SortedMap<String, Verdict> verdicts;

    private Baseline(SortedMap<String, Verdict> verdicts) {
        this.verdicts = verdicts;
    }

    /** Of a validation. */
    public static Baseline of(ValidationReport report) {
        SortedMap<String, Verdict> verdicts = new TreeMap<>();
        report.verdicts().forEach(verdict -> verdicts.put(key(verdict), verdict.verdict()));
        return new Baseline(verdicts);
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Baseline read(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (root.path("schema").asInt() != SCHEMA) {
                throw new IllegalArgumentException("no baseline of schema " + SCHEMA);
            }
            SortedMap<String, Verdict> verdicts = new TreeMap<>();
            root.path("verdicts")
                    .properties()
                    .forEach(entry -> verdicts.put(
                            entry.getKey(),
                            Verdict.valueOf(entry.getValue().asText().toUpperCase(Locale.ROOT))));
            return new Baseline(verdicts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** As JSON, a line a hunt. */
    public String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        ObjectNode lines = root.putObject("verdicts");
        verdicts.forEach((key, verdict) -> lines.put(key, verdict.word()));
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree in memory is always JSON", e);
        }
    }

    /** Hunts that worked then and don't now: noisy, blind, incomplete, an error, or gone. A hit is no regression. */
    public List<String> regressions(ValidationReport report) {
        SortedMap<String, Verdict> now = of(report).verdicts;
        List<String> regressions = new ArrayList<>();
        verdicts.forEach((key, was) -> {
            Verdict is = now.get(key);
            if (WORKING.contains(was) && (is == null || !WORKING.contains(is))) {
                regressions.add(key + ": was " + was.word() + ", is " + (is == null ? "gone" : is.word()));
            }
        });
        return regressions;
    }

    private static String key(HuntVerdict verdict) {
        return verdict.target() + " " + verdict.hunt().id() + " "
                + verdict.hunt().title();
    }
}
