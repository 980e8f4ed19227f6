package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.dialect.LintFinding;
import dev.harrier.sentinel.fake.Failure;
import dev.harrier.sentinel.fake.FakeAzure;
import dev.harrier.sentinel.fake.Operation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the query service says of a query becomes findings; a service that isn't reached is never a pass. */
class ParsedTest extends WithFakeAzure {
    private static final String QUERY = "DeviceProcessEvents\n| where FileName =~ \"a.exe\" // last\n";

    private static List<LintFinding> parsed(String query) {
        try (Connector connector = Targets.connect(azure, "test")) {
            return connector.parsed(query).orElseThrow();
        }
    }

    @Test
    void aGoodQueryIsAskedForNoRow() {
        azure.queries().answerNothing(QUERY.strip() + "\n| take 0");
        assertThat(parsed(QUERY)).isEmpty();
        assertThat(azure.queries().asked()).singleElement().satisfies(body -> {
            assertThat(body.path("query").asText()).endsWith("\n| take 0");
            assertThat(body.path("timespan").asText()).isNotBlank();
        });
    }

    @Test
    void aRefusalHasItsPlace() {
        azure.queries()
                .refuse(QUERY.strip() + "\n| take 0", "SEM0100", "Failed to resolve table 'DeviceProcessEvents'");
        assertThat(parsed(QUERY)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("KQL024");
            assertThat(finding.level()).isEqualTo(LintFinding.Level.ERROR);
            assertThat(finding.message()).contains("SEM0100", "DeviceProcessEvents");
            assertThat(List.of(finding.line(), finding.column())).containsExactly(2, 7);
        });
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ANSWER_LOST", "BAD_REQUEST"})
    void noFailureIsAPass(Failure failure) {
        azure.queries().answerNothing(QUERY.strip() + "\n| take 0");
        azure.fail(Operation.QUERY, failure, 1_000);
        Duration patience = failure == Failure.SLOW ? Duration.ofMillis(300) : Targets.AMPLE;
        try (Connector connector = Targets.connect(Targets.settings(azure, "test", FakeAzure.SECRET, patience))) {
            assertThat(catchThrowableOfType(ConnectorException.class, () -> connector.parsed(QUERY)))
                    .isNotNull();
        }
    }

    /** A 400 is about the query, whatever else it says: the finding stands at its first line. */
    @Test
    void aRefusalThatNamesNoPlaceIsAFinding() {
        azure.fail(Operation.QUERY, Failure.BAD_REQUEST, 1);
        assertThat(parsed(QUERY)).singleElement().satisfies(finding -> assertThat(finding.code())
                .isEqualTo("KQL024"));
    }
}
