package dev.harrier.sentinel.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dialect.Translation;
import dev.harrier.hunt.EventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistics, windows, lists and second tables: what analysts' own hunts are written in. */
class KqlPipelineTest {
    private static final String CONNECTIONS = "DeviceNetworkEvents"
            + " | extend t = datetime_diff('second', TimeGenerated, datetime(1970-01-01)), src = LocalIP ";

    private final KqlDialect dialect = new KqlDialect();
    private LabTables lab;

    /** One host beacons every 60 s, the other speaks at 5, 7 and 300 s. */
    @BeforeEach
    void fill() throws Exception {
        lab = new LabTables();
        List<Map<String, Object>> events = new ArrayList<>();
        for (long time : List.of(0L, 60L, 120L, 180L)) {
            events.add(connection("10.0.0.1", time));
        }
        for (long time : List.of(5L, 7L, 300L)) {
            events.add(connection("10.0.0.2", time));
        }
        lab.fill(EventKind.NETWORK_CONNECTION, events);
    }

    private static Map<String, Object> connection(String from, long time) {
        return Map.of("EventTime", time * 1_000_000, "SourceIp", from, "DestinationIp", "198.51.100.7");
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    private List<String> rows(String rest) throws Exception {
        return run(CONNECTIONS + rest);
    }

    private List<String> run(String kql) throws Exception {
        Translation translation = dialect.translate(kql);
        assertThat(translation).as(kql).isInstanceOf(Translation.Translated.class);
        return lab.query(((Translation.Translated) translation).sql()).stream()
                .map(row -> String.join(" ", row))
                .toList();
    }

    @Test
    void prevLooksBackInTheOrderOfTheSort() throws Exception {
        String gaps = "| sort by src asc, t asc | extend gap = iff(src == prev(src), t - prev(t), tolong(''))";
        assertThat(rows(gaps + " | project src, t, gap | order by src asc, t asc"))
                .containsExactly(
                        "10.0.0.1 0 null",
                        "10.0.0.1 60 60",
                        "10.0.0.1 120 60",
                        "10.0.0.1 180 60",
                        "10.0.0.2 5 null",
                        "10.0.0.2 7 2",
                        "10.0.0.2 300 293");
        assertThat(rows(gaps
                        + " | where isnotnull(gap) | summarize n = count(), mean = avg(gap), spread = stdev(gap) by src"
                        + " | where spread < 5"))
                .containsExactly("10.0.0.1 3 60.0 0.0");
        assertThat(rows("| order by t asc | where next(src) != src | project t | order by t asc"))
                .containsExactly("0", "7", "180", "300");
    }

    @Test
    void rowsAreNumberedAndSummedUp() throws Exception {
        assertThat(
                        rows(
                                "| order by t asc | serialize n = row_number(), s = row_cumsum(t) | where n == 3 | project t, s"))
                .containsExactly("7 12");
        assertThat(rows(
                        "| sort by src asc, t asc | extend n = row_number(1, src != prev(src)) | where n == 3 | project src, t"
                                + " | order by src asc"))
                .containsExactly("10.0.0.1 120", "10.0.0.2 300");
    }

    /** The documentation's own example. */
    @Test
    void aSessionEndsAtAGapAtARestartAndWhenItHasLasted() throws Exception {
        assertThat(run("""
                datatable (ID:string, T:datetime) [
                    "1", datetime(2024-04-11 10:00:00), "2", datetime(2024-04-11 10:18:00),
                    "1", datetime(2024-04-11 11:00:00), "3", datetime(2024-04-11 11:30:00),
                    "2", datetime(2024-04-11 13:30:00), "2", datetime(2024-04-11 10:16:00)]
                | sort by ID asc, T asc
                | extend Start = row_window_session(T, 1h, 5m, ID != prev(ID))
                | order by ID asc, T asc
                | project ID, Start"""))
                .containsExactly(
                        "1 2024-04-11 10:00:00.0",
                        "1 2024-04-11 11:00:00.0",
                        "2 2024-04-11 10:16:00.0",
                        "2 2024-04-11 10:16:00.0",
                        "2 2024-04-11 13:30:00.0",
                        "3 2024-04-11 11:30:00.0");
        assertThat(rows("| where src == '10.0.0.1' | sort by TimeGenerated asc"
                        + " | extend s = row_window_session(TimeGenerated, 100s, 61s) | summarize n = count() by s"
                        + " | order by s asc | project n"))
                .containsExactly("2", "2");
    }

    @Test
    void listsBecomeRows() throws Exception {
        assertThat(rows("| summarize all = make_set(src) | mv-expand all | order by all asc"))
                .containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(rows("| distinct src | extend part = split(src, '.') | mv-expand part to typeof(string)"
                        + " | summarize n = count() by part | order by n desc, part asc"))
                .containsExactly("0 4", "10 2", "1 1", "2 1");
        assertThat(rows("| distinct src | project last = split(src, '.')[3] | order by last asc"))
                .containsExactly("1", "2");
    }

    @Test
    void parseTakesATextApart() throws Exception {
        assertThat(
                        rows(
                                "| distinct src | parse src with net '.' * '.' host:long | project net, host | order by host asc"))
                .containsExactly("10 null", "10 null");
        assertThat(
                        rows(
                                "| distinct src | parse src with net '.0.0.' host:long | project net, host | order by host asc"))
                .containsExactly("10 1", "10 2");
        assertThat(rows("| distinct src | parse src with 'x' rest | project rest"))
                .containsExactly("", "");
    }

    @Test
    void joinsOfEveryKind() throws Exception {
        String owners =
                "let owners = datatable(ip:string, owner:string)['10.0.0.1', 'ann', '10.0.0.1', 'bob', '10.0.0.9', 'eve'];\n";
        String join = owners + CONNECTIONS + "| distinct src | join kind=%s (owners) on $left.src == $right.ip"
                + " | project src, owner | order by src asc, owner asc";
        assertThat(run(String.format(join, "inner"))).containsExactly("10.0.0.1 ann", "10.0.0.1 bob");
        assertThat(run(String.format(join, "leftouter"))).containsExactly("10.0.0.1 ann", "10.0.0.1 bob", "10.0.0.2 ");
        assertThat(run(String.format(join, "rightouter"))).containsExactly(" eve", "10.0.0.1 ann", "10.0.0.1 bob");
        assertThat(run(String.format(join, "fullouter"))).hasSize(4);
        assertThat(run(owners + "owners | join kind=innerunique (" + CONNECTIONS
                        + ") on $left.ip == $right.src | summarize n = count()"))
                .containsExactly("4");
        assertThat(run(owners + CONNECTIONS + "| distinct src | lookup (owners) on $left.src == $right.ip"
                        + " | order by src asc, owner asc"))
                .containsExactly("10.0.0.1 ann", "10.0.0.1 bob", "10.0.0.2 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "percentile(t, 50)          => 60",
                "sumif(t, src == '10.0.0.2') => 312",
                "avgif(t, t < 10)           => 4.0",
                "maxif(t, t < 100)          => 60",
                "stdevp(60)                 => 0.0",
                "dcount(src)                => 2",
                "round(stdev(t) / avg(t), 3) => 1.172",
                "max(abs(t - 200))          => 200",
                "max(todouble(t))           => 300.0",
                "max(pow(t, 2))             => 90000.0",
                "max(log10(max_of(t, 1000))) => 3.0",
                "max(countof('abab', 'ab')) => 2",
                "max(datetime_part('minute', TimeGenerated)) => 5",
                "max(hash_md5('a'))         => 0cc175b9c0f1b6a831c399e269772661",
                "max(trim('\\\\s+', '  x '))   => x"
            })
    void functions(String call, String value) throws Exception {
        assertThat(rows("| summarize x = " + call)).as(call).containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| extend p = prev(t)",
                "| where row_number() == 1",
                "| mv-expand kind=array src",
                "| mv-expand src",
                "| parse kind=regex src with net '.'",
                "| join kind=rightsemi (DeviceNetworkEvents) on DeviceName",
                "| scan with (step s1: true)",
                "| summarize series = make_series(t)"
            })
    void whatItCannotSayExactlyItRefuses(String rest) {
        assertThat(dialect.translate(CONNECTIONS + rest)).isInstanceOf(Translation.Unsupported.class);
    }
}
