package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.ExportedFile;
import dev.harrier.deploy.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an article or a query holds, the file that we export has our stanzas and our keys only. */
class SavedSearchesConfTest {
    private static final Set<String> KEYS = Set.of(
            "search",
            "description",
            "enableSched",
            "cron_schedule",
            "dispatch.earliest_time",
            "dispatch.latest_time",
            "dispatch.max_time",
            "dispatch.allow_partial_results",
            "realtime_schedule",
            "allow_skew",
            "counttype",
            "relation",
            "quantity",
            "alert.track",
            "alert.severity",
            "alert.digest_mode",
            "actions",
            "disabled");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "two\nlines",
                "x\n[default]\ndisabled = 0",
                "x\r\n[default]\r\ndisabled = 0",
                "x\r[default]\rdisabled = 0",
                "x\u2028[default]\u2028disabled = 0",
                "x\u0085[default]\u000b[a]\u000c[b]",
                "[default]",
                "a = b",
                "ends in a backslash \\",
                "ends in two \\\\",
                "ends in a backslash and blanks \\  \n ",
                "x \\\n[default]",
                "x \\\n\\\n[default]\n\n\n[b]",
                "# no comment",
                "nul \u0000 [default]"
            })
    void hostileTextStaysInItsValue(String hostile) {
        List<Deployment> deployments = List.of(
                new Deployment(Made.hunt(1, hostile), "search index=main", Deployment.State.SHADOW),
                new Deployment(
                        Made.hunt(2, "Calm."),
                        "search index=main\n" + hostile + "\n| stats count",
                        Deployment.State.SHADOW),
                new Deployment(Made.hunt(3, "Calm."), "search index=main", Deployment.State.SHADOW));

        for (String ends : List.of("\n", "\r\n|\r|\n|\u000b|\u000c|\u0085|\u2028|\u2029")) {
            Map<String, Map<String, String>> read = ConfText.read(SavedSearchesConf.of(deployments), ends);

            assertThat(read.keySet())
                    .containsExactlyElementsOf(deployments.stream()
                            .map(deployment -> SavedSearchName.of(deployment.hunt()))
                            .toList());
            assertThat(read.values()).allSatisfy(stanza -> {
                assertThat(stanza.keySet()).isEqualTo(KEYS);
                assertThat(stanza).containsEntry("disabled", "1");
            });
            assertThat(read.get("Harrier - Made hunt 2 - "
                                    + Made.hunt(2, "").id().toString().substring(0, 8))
                            .get("search"))
                    .startsWith("search index=main")
                    .endsWith("| stats count");
        }
    }

    /** There is no way to say it that every reader takes for the same. */
    @Test
    void aSearchThatEndsInABackslashIsLeftOut() {
        List<Deployment> deployments = List.of(
                Made.deployment(1, "search index=main \\"),
                Made.deployment(2, "search index=main \\ \n"),
                Made.deployment(3));

        assertThat(ConfText.read(SavedSearchesConf.of(deployments), "\n")).hasSize(1);
    }

    @Test
    void aPackHoldsThePreviewsAndTheFile() {
        List<ExportedFile> files = new SplunkProvider().export(List.of(Made.hunt(1, "One."), Made.hunt(2, "Two.")));

        assertThat(files).extracting(ExportedFile::path).contains("splunk/default/savedsearches.conf");
        Map<String, Map<String, String>> read = ConfText.read(files.get(2).text(), "\n");
        assertThat(read).hasSize(2);
        assertThat(read.values().iterator().next().get("search").replace(" \n", "\n") + "\n")
                .isEqualTo(files.get(0).text());
    }
}
