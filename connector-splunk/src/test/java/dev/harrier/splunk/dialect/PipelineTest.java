package dev.harrier.splunk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dialect.Translation;
import dev.harrier.hunt.EventKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistics, order, and second searches: what analysts' own hunts are written in. */
class PipelineTest {
    private static final String CONNECTIONS =
            "| tstats summariesonly=false count from datamodel=Network_Traffic.All_Traffic by _time span=1s All_Traffic.src_ip"
                    + " All_Traffic.dest_ip | rename All_Traffic.src_ip as src All_Traffic.dest_ip as dest | eval t=_time ";

    private Lab lab;

    /** One host beacons every 60 s, the other speaks at 5, 7 and 300 s. */
    @BeforeEach
    void fill() throws SQLException {
        lab = new Lab();
        for (long time : List.of(0L, 60L, 120L, 180L)) {
            connection("10.0.0.1", time);
        }
        for (long time : List.of(5L, 7L, 300L)) {
            connection("10.0.0.2", time);
        }
    }

    private void connection(String from, long time) throws SQLException {
        lab.add(
                EventKind.NETWORK_CONNECTION,
                Map.of("SourceIp", from, "DestinationIp", "198.51.100.7", "DestinationPort", 443L),
                time);
    }

    @AfterEach
    void close() throws SQLException {
        lab.close();
    }

    private List<String> rows(String rest, String... columns) throws SQLException {
        return lab.run(CONNECTIONS + rest).stream()
                .map(row -> String.join(
                        " ",
                        List.of(columns).stream()
                                .map(c -> Objects.toString(row.get(c), "-"))
                                .toList()))
                .toList();
    }

    @Test
    void streamstatsLooksBackInTheOrderOfTheSort() throws SQLException {
        String gaps = "| sort 0 src _time | streamstats current=f window=1 global=f last(t) as before by src"
                + " | eval gap=t-before ";
        assertThat(rows(gaps, "src", "t", "before", "gap"))
                .containsExactly(
                        "10.0.0.1 0.0 - -",
                        "10.0.0.1 60.0 0.0 60.0",
                        "10.0.0.1 120.0 60.0 60.0",
                        "10.0.0.1 180.0 120.0 60.0",
                        "10.0.0.2 5.0 - -",
                        "10.0.0.2 7.0 5.0 2.0",
                        "10.0.0.2 300.0 7.0 293.0");
        assertThat(rows(
                        gaps + "| stats count(gap) as n avg(gap) as mean stdev(gap) as spread by src | where spread<5",
                        "src",
                        "n",
                        "mean",
                        "spread"))
                .containsExactly("10.0.0.1 3 60.0 0.0");
    }

    @Test
    void streamstatsCountsUpAndInTime() throws SQLException {
        assertThat(rows("| sort 0 src _time | streamstats count as n by src | where src=\"10.0.0.2\"", "n"))
                .containsExactly("1", "2", "3");
        assertThat(rows("| sort 0 _time | streamstats time_window=65s count as n by src", "src", "t", "n"))
                .containsExactly(
                        "10.0.0.1 0.0 1",
                        "10.0.0.2 5.0 1",
                        "10.0.0.2 7.0 2",
                        "10.0.0.1 60.0 2",
                        "10.0.0.1 120.0 2",
                        "10.0.0.1 180.0 2",
                        "10.0.0.2 300.0 1");
        assertThat(rows("| sort 0 -_time | streamstats sum(count) as n | head 2", "t", "n"))
                .containsExactly("300.0 1", "180.0 2");
    }

    @Test
    void eventstatsKeepsTheRows() throws SQLException {
        assertThat(rows("| eventstats dc(t) as times max(t) as latest by src | where t=latest", "src", "times", "t"))
                .containsExactlyInAnyOrder("10.0.0.1 4 180.0", "10.0.0.2 3 300.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "median(t)              => 60.0",
                "perc75(t)              => 180.0",
                "p50(t)                 => 60.0",
                "range(t)               => 300.0",
                "stdevp(eval(1))        => 0.0",
                "stdev(eval(if(t=5,9,null()))) => 0",
                "var(eval(1))           => 0.0",
                "mode(src)              => 10.0.0.1",
                "earliest(src)          => 10.0.0.1",
                "latest(src)            => 10.0.0.2",
                "sumsq(eval(2))         => 28",
                "estdc(src)             => 2",
                "count(eval(t>100))     => 3"
            })
    void aggregates(String call, String value) throws SQLException {
        String found = rows("| stats " + call + " as x", "x").get(0);
        assertThat(Double.parseDouble(found.replaceAll("[^0-9.]|(?<=\\..{1,9})\\.", "")))
                .as(call)
                .isEqualTo(Double.parseDouble(value.replaceAll("[^0-9.]|(?<=\\..{1,9})\\.", "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "round(2.345, 2)               => 2.35",
                "pow(2, 10)                    => 1024.0",
                "sqrt(9)                       => 3.0",
                "round(log(8, 2))              => 3.0",
                "log(100)                      => 2.0",
                "max(1, 7, 3)                  => 7",
                "min(\"b\", \"a\")             => a",
                "replace(\"a1b22\", \"\\d+\", \"#\") => a#b#",
                "mvcount(split(\"a,b,c\", \",\")) => 3",
                "mvjoin(split(\"a,b\", \",\"), \";\") => a;b",
                "nullif(\"a\", \"b\")          => a",
                "coalesce(nullif(\"a\", \"a\"), \"none\") => none",
                "strptime(\"1970-01-02\", \"%Y-%m-%d\") => 86400.0",
                "md5(\"a\")                    => 0cc175b9c0f1b6a831c399e269772661"
            })
    void functions(String call, String value) throws SQLException {
        assertThat(rows("| head 1 | eval x=" + call, "x")).as(call).containsExactly(value);
    }

    @Test
    void joinTakesTheFirstThatFitsAndAppendThemAll() throws SQLException {
        String names = "[| makeresults format=csv data=\"src,owner\n10.0.0.1,ann\n10.0.0.1,bob\n10.0.0.9,eve\" ]";
        assertThat(rows("| stats count by src | join type=left src " + names, "src", "owner"))
                .containsExactlyInAnyOrder("10.0.0.1 ann", "10.0.0.2 -");
        assertThat(rows("| stats count by src | join type=inner max=0 src " + names, "owner"))
                .containsExactlyInAnyOrder("ann", "bob");
        assertThat(rows("| stats count by src | append " + names + " | stats count as n by src", "src", "n"))
                .containsExactlyInAnyOrder("10.0.0.1 3", "10.0.0.2 1", "10.0.0.9 1");
    }

    @Test
    void rexAndMvexpandTakeValuesApart() throws SQLException {
        assertThat(rows("| stats count by src | rex field=src \"^(?<net>\\d+)\\..*\\.(?<host>\\d+)$\"", "net", "host"))
                .containsExactlyInAnyOrder("10 1", "10 2");
        assertThat(rows("| stats values(src) as src by dest | mvexpand src", "src"))
                .containsExactly("10.0.0.1", "10.0.0.2");
    }

    @Test
    void dataModelsCanBeReadWhole() throws SQLException {
        assertThat(lab.run("| from datamodel:\"Network_Traffic.All_Traffic\" | stats count by src_ip"))
                .hasSize(2);
        assertThat(lab.run("| datamodel Network_Traffic All_Traffic search | search All_Traffic.src_ip=\"10.0.0.1\""))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| streamstats count as n",
                "| stats first(src) as x",
                "| sort 0 src | streamstats window=2 count as n by src",
                "| sort 0 src | streamstats time_window=5s count as n",
                "| sort 0 src | streamstats reset_on_change=t count as n",
                "| stats perc101(t) as x",
                "| join [| makeresults ]",
                "| join src [ ]",
                "| rex \"(?<a>b)\"",
                "| eval x=nosuch(1)"
            })
    void whatItCannotSayExactlyItRefuses(String rest) {
        assertThat(Hunts.SPL.translate(CONNECTIONS + rest)).isInstanceOf(Translation.Unsupported.class);
    }
}
