package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.dialect.LintFinding;
import dev.harrier.splunk.fake.Fault;
import dev.harrier.splunk.fake.Operation;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What Splunk's own parser says becomes findings; a parser that isn't reached is never a pass. */
class ParsedTest extends FaultMatrix {
    private static final String GOOD = "| tstats summariesonly=false count from datamodel=Endpoint.Processes"
            + " where Processes.process=\"*a|b(*\" by _time span=1d\n| rename Processes.* as *";

    private static List<LintFinding> parsed(String search) {
        try (Connector connector = connector()) {
            return connector.parsed(search).orElseThrow();
        }
    }

    @Test
    void aGoodSearchHasNoFindingAndRunsNothing() {
        assertThat(parsed(GOOD)).isEmpty();
        assertThat(splunkd.parser().asked()).singleElement().satisfies(asked -> assertThat(asked)
                .containsEntry("q", GOOD)
                .containsEntry("parse_only", "true")
                .containsEntry("output_mode", "json"));
        assertThat(splunkd.count(Operation.JOB_START)).isZero();
    }

    @Test
    void whatBeginsWithNoCommandIsSearchedFor() {
        assertThat(parsed("index=main a=b")).isEmpty();
        assertThat(splunkd.parser().asked().get(0)).containsEntry("q", "search index=main a=b");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " ~> ", textBlock = """
            search a=b#| eval x=1#| frobnicate y ~> 3 ~> 3 ~> Unknown search command 'frobnicate'.
            search a=b `my_filter` ~> 1 ~> 13 ~> a macro 'my_filter' that cannot be found
            search (a=b#| where x=1 ~> 1 ~> 1 ~> Mismatched quotes
            """)
    void aRefusalStandsWhereItsWordsDo(String search, int line, int column, String words) {
        assertThat(parsed(search.replace('#', '\n'))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("SPL021");
            assertThat(finding.level()).isEqualTo(LintFinding.Level.ERROR);
            assertThat(finding.message()).contains(words).doesNotStartWith("corp: ");
            assertThat(List.of(finding.line(), finding.column())).containsExactly(line, column);
        });
    }

    @Test
    void theSiteDecides() {
        splunkd.parser().install("frobnicate");
        splunkd.site().macro("my_filter", "search *");
        assertThat(parsed("search a=b `my_filter` | frobnicate y")).isEmpty();
    }

    @Test
    void anOldSplunkIsAskedTheOldWay() {
        splunkd.becomeOld();
        assertThat(parsed(GOOD)).isEmpty();
        assertThat(parsed("| nonsense")).hasSize(1);
        assertThat(splunkd.count(Operation.OLD_PARSE)).isEqualTo(2);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void noFaultIsAPass(Fault fault) {
        splunkd.fail(Operation.PARSE, fault, FOR_EVER);
        splunkd.fail(Operation.OLD_PARSE, fault, FOR_EVER);
        try (Connector tried = connector(fault)) {
            if (fault == Fault.BAD_REQUEST || fault == Fault.MESSAGES_INSIDE_200) {
                assertThat(inTime(() -> tried.parsed(GOOD)).orElseThrow()).hasSize(1);
            } else {
                ConnectorException refusal = refusal(() -> tried.parsed(GOOD));
                assertThat(refusal.kind()).isEqualTo(kind(fault));
            }
        }
    }
}
