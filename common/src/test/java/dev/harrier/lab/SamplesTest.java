package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.hunt.EventKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A few lines of each export that the lab reads: which kind each becomes, and that no value of it is lost. Written by hand. */
class SamplesTest {
    private static final Pattern XML_VALUE = Pattern.compile(">([^<>]+)<|(?:Name|Guid)='([^']*)'");
    private static final Pattern FIELD_NAME = Pattern.compile("<Data Name='([^']*)'");

    @ParameterizedTest
    @CsvSource({
        "evtx-dump.jsonl, logon service_creation",
        "winlogbeat.jsonl, process_creation ps_script",
        "nxlog.jsonl, file_event task_creation",
        "otrf.jsonl, registry_set network_connection",
        "defender.csv, process_creation file_event",
        "log-analytics.csv, process_creation",
        "cim.csv, process_creation",
        "zeek-conn.log, network_connection",
        "zeek.jsonl, dns proxy",
        "entra-graph.json, other other",
        "purview.csv, other",
        "email.csv, email",
        "wevtutil.xml, dns_query",
        "splunk-raw-xml.jsonl, logon",
        "cloudtrail.json, other",
        "okta-kubernetes-gcp.jsonl, other other other"
    })
    void eachLineBecomesItsKindAndKeepsItsValues(String file, String kinds) throws IOException {
        byte[] sample = sample(file);
        try (Lab lab = Lab.inMemory()) {
            LoadReport report = lab.load(file, new ByteArrayInputStream(sample));

            assertThat(report.bad()).isEmpty();
            assertThat(report.other()).isEmpty();
            assertThat(report.loaded()).isEqualTo(counted(kinds));
            List<String> rows = rows(lab);
            for (List<String> values : records(file, new String(sample, UTF_8))) {
                assertThat(rows).as(values.toString()).anyMatch(row -> values.stream()
                        .allMatch(v -> holds(row, v)));
            }
        }
    }

    private static byte[] sample(String file) throws IOException {
        try (InputStream in = SamplesTest.class.getResourceAsStream("samples/" + file)) {
            return in.readAllBytes();
        }
    }

    private static Map<EventKind, Long> counted(String kinds) {
        Map<EventKind, Long> counts = new EnumMap<>(EventKind.class);
        for (String kind : kinds.split(" ")) {
            counts.merge(EventKind.valueOf(kind.toUpperCase(Locale.ROOT)), 1L, Long::sum);
        }
        return counts;
    }

    /** Every row of every table, with what its remainder holds in plain text. */
    private static List<String> rows(Lab lab) {
        return Arrays.stream(EventKind.values())
                .flatMap(kind -> Rows.of(lab, "SELECT * FROM " + StoreTables.name(kind)).stream())
                .map(row -> row.replace("\\\\", "\\").replace("\\\"", "\"").toLowerCase(Locale.ROOT))
                .toList();
    }

    /** A hash list is split into its columns, and a number's column holds the number, however it was written. */
    private static boolean holds(String row, String value) {
        return Stream.of(value.split(","))
                .map(part -> part.substring(part.indexOf('=') + 1).strip().toLowerCase(Locale.ROOT))
                .allMatch(part -> row.contains(part) || row.contains(number(part)));
    }

    private static String number(String text) {
        OptionalLong number = Numbers.read(text);
        return number.isPresent() ? Long.toString(number.getAsLong()) : text;
    }

    private static List<List<String>> records(String file, String text) throws IOException {
        if (file.endsWith(".xml")) {
            return text.lines().map(SamplesTest::xml).toList();
        }
        if (file.endsWith("json") || file.endsWith("jsonl")) {
            return json(text);
        }
        byte delimiter = (byte) (file.endsWith(".csv") ? ',' : '\t');
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .skip(file.endsWith(".csv") ? 1 : 0)
                .map(line -> {
                    byte[] bytes = line.getBytes(UTF_8);
                    return wanted(DelimitedRecords.cells(bytes, 0, bytes.length, delimiter));
                })
                .toList();
    }

    private static List<List<String>> json(String text) throws IOException {
        List<List<String>> records = new ArrayList<>();
        try (var documents = new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                Iterable<JsonNode> events = document.isArray()
                        ? document
                        : document.has("Records") ? document.path("Records") : List.of(document);
                events.forEach(event -> records.add(wanted(leaves(event, new ArrayList<>()))));
            }
        }
        return records;
    }

    private static List<String> leaves(JsonNode node, List<String> into) {
        if (node.isValueNode()) {
            String text = node.asText();
            into.addAll(text.startsWith("<Event") ? xml(text) : List.of(text));
        }
        node.forEach(child -> leaves(child, into));
        return into;
    }

    private static List<String> xml(String text) {
        List<String> fields =
                FIELD_NAME.matcher(text).results().map(m -> m.group(1)).toList();
        List<String> values = new ArrayList<>();
        Matcher value = XML_VALUE.matcher(text);
        while (value.find()) {
            values.add(value.group(1) == null ? value.group(2) : value.group(1));
        }
        values.removeAll(fields);
        return wanted(values);
    }

    /** Times are instants in the row, and objects within a cell are looked at by other tests. */
    private static List<String> wanted(List<String> values) {
        return values.stream()
                .filter(value -> !value.isBlank() && !value.startsWith("{\""))
                .filter(value -> value.length() < 6 || EventTimes.micros(value).isEmpty())
                .toList();
    }
}
