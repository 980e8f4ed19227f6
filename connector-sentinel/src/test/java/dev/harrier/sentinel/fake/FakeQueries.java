package dev.harrier.sentinel.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.LintFinding;
import dev.harrier.measure.Hits;
import dev.harrier.sentinel.dialect.KqlDialect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The query API with one canned answer per query text; a query without one is refused. */
public final class FakeQueries {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Dialect KQL = new KqlDialect();

    private final Map<String, ResponseDefinitionBuilder> answers = new HashMap<>();
    private final Map<String, ResponseDefinitionBuilder> partly = new TreeMap<>();
    private final Map<String, JsonNode> told = new HashMap<>();
    private final List<JsonNode> asked = new ArrayList<>();
    private final List<String> preferences = new ArrayList<>();
    private boolean tellsWhatWasRead;

    /** The bytes that each query reads, as its statistics tell in parts. */
    public static final long READ = 1_111_111;

    /** Keeps to {@code include-statistics} from now on; as a real service answered in 2022, but for the numbers. */
    public synchronized void tellWhatWasRead() {
        tellsWhatWasRead = true;
    }

    private static ObjectNode statistics() {
        return parsed("""
                {"query":{"datasetStatistics":[{"tableRowCount":1,"tableSize":109}],"executionTime":0.0156478,
                  "inputDatasetStatistics":{"rows":{"scanned":9,"total":9},
                    "rowstores":{"scannedRows":3,"scannedValuesSize":1000}},
                  "resourceUsage":{"cache":{"memory":{"hits":0,"misses":0,"total":0},
                      "shards":{"bypassbytes":100000,"cold":{"hitbytes":10000,"missbytes":10,"retrievebytes":77},
                        "hot":{"hitbytes":1000000,"missbytes":101,"retrievebytes":0}}},
                    "cpu":{"totalCpu":"00:00:00"},"memory":{"peakPerNode":104100080}}}}""").deepCopy();
    }

    /** Answers a query with the counting row. */
    public synchronized void answer(String query, Hits hits) {
        answers.put(query, Answers.json(200, table(hits)));
        told.put(query, table(hits).set("statistics", statistics()));
    }

    /** Answers a query with the counting row, as far as the service got. */
    public synchronized void answerPartly(String query, Hits hits) {
        ObjectNode body = table(hits);
        body.putObject("error").put("code", "PartialError").put("message", "The limit of memory was exceeded.");
        answers.put(query, Answers.json(200, body));
    }

    /** Answers every query that holds a text with rows; cells are numbers, texts or null. */
    public synchronized void answerRows(String part, List<String> columns, List<List<Object>> rows) {
        partly.put(part, Answers.json(200, rows(columns, rows)));
    }

    /** The same, as far as the service got. */
    public synchronized void answerRowsPartly(String part, List<String> columns, List<List<Object>> rows) {
        ObjectNode body = rows(columns, rows);
        body.putObject("error").put("code", "PartialError").put("message", "The limit of memory was exceeded.");
        partly.put(part, Answers.json(200, body));
    }

    /** Refuses every query that holds a text, with nested diagnostics. */
    public synchronized void refuseAny(String part, String code, String message) {
        partly.put(part, Answers.json(400, Answers.diagnostics(code, message, 1, 1)));
    }

    private static ObjectNode rows(List<String> columns, List<List<Object>> rows) {
        ObjectNode body = Answers.object();
        ObjectNode table = body.putArray("tables").addObject().put("name", "PrimaryResult");
        ArrayNode names = table.putArray("columns");
        columns.forEach(name -> names.addObject().put("name", name).put("type", "string"));
        ArrayNode all = table.putArray("rows");
        rows.forEach(row -> all.add(JSON.<ArrayNode>valueToTree(row)));
        return body;
    }

    /** Answers a query with a table that has neither columns nor rows. */
    public synchronized void answerNothing(String query) {
        ObjectNode body = Answers.object();
        ObjectNode table = body.putArray("tables").addObject().put("name", "PrimaryResult");
        table.putArray("columns");
        table.putArray("rows");
        answers.put(query, Answers.json(200, body));
    }

    /** Refuses a query, with nested diagnostics. */
    public synchronized void refuse(String query, String code, String message) {
        answers.put(query, Answers.json(400, Answers.diagnostics(code, message, 2, 7)));
    }

    /** The bodies of all queries so far. */
    public synchronized List<JsonNode> asked() {
        return List.copyOf(asked);
    }

    /** The {@code Prefer} headers of all queries so far. */
    public synchronized List<String> preferences() {
        return List.copyOf(preferences);
    }

    synchronized ResponseDefinitionBuilder run(Request request) {
        JsonNode body = parsed(request.getBodyAsString());
        asked.add(body);
        preferences.add(String.valueOf(request.getHeader("Prefer")));
        String query = body.path("query").asText();
        Optional<LintFinding> error = KQL.lint(known(query), KQL.defaultProfile()).stream()
                .filter(finding -> finding.level() == LintFinding.Level.ERROR)
                .findFirst();
        if (error.isPresent()) {
            return Answers.json(
                    400,
                    Answers.diagnostics(
                            "SYN0002", error.get().message(), error.get().line(), 1));
        }
        Optional<ResponseDefinitionBuilder> held = partly.entrySet().stream()
                .filter(answer -> query.contains(answer.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (held.isPresent()) {
            return held.get();
        }
        if (tellsWhatWasRead
                && told.containsKey(query)
                && preferences.get(preferences.size() - 1).contains("include-statistics=true")) {
            return Answers.json(200, told.get(query));
        }
        return answers.getOrDefault(
                query, Answers.json(400, Answers.diagnostics("SEM0001", "No answer is canned for this.", 1, 1)));
    }

    /** The function that Sentinel keeps over its health table, which the linter knows by the table's own name. */
    private static String known(String query) {
        return query.replace("_SentinelHealth()", "SentinelHealth");
    }

    private static ObjectNode table(Hits hits) {
        ObjectNode body = Answers.object();
        ObjectNode table = body.putArray("tables").addObject().put("name", "PrimaryResult");
        ArrayNode columns = table.putArray("columns");
        for (String name : List.of("hits", "hosts", "users", "days", "firstSeen", "lastSeen")) {
            columns.addObject().put("name", name).put("type", "long");
        }
        ArrayNode row = table.putArray("rows").addArray();
        row.add(hits.events()).add(hits.hosts()).add(hits.users()).add(hits.days());
        row.add(hits.first().map(Instant::getEpochSecond).orElse(null));
        row.add(hits.last().map(Instant::getEpochSecond).orElse(null));
        return body;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
