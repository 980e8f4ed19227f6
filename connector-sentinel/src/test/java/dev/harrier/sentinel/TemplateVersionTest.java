package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.ExportedFile;
import dev.harrier.hunt.Hunt;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A template's version rises when the template changes, and only then. */
class TemplateVersionTest {
    private static final SentinelProvider SENTINEL = new SentinelProvider();
    private static final String ARM = "sentinel/azuredeploy.json";

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "arm"})
    void whatStaysTheSameKeepsItsVersion(String which) {
        ExportedFile first = file("needle", which);
        ExportedFile second = SENTINEL.revised(file("needle", which), first.text());

        assertThat(first.text()).containsAnyOf("version: 1.0.0\n", "\"contentVersion\" : \"1.0.0.0\"");
        assertThat(second).isEqualTo(first);
        assertThat(SENTINEL.revised(first, first.text().replace("\n", "\r\n")))
                .as("Git may have changed line ends")
                .isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "arm"})
    void eachChangeIsTheNextPatch(String which) {
        ExportedFile first = file("needle", which);
        ExportedFile second = SENTINEL.revised(changed(which), first.text());
        ExportedFile third = SENTINEL.revised(file("needle", which), second.text());
        ExportedFile again = SENTINEL.revised(file("needle", which), third.text());

        assertThat(second.text()).containsAnyOf("version: 1.0.1\n", "\"contentVersion\" : \"1.0.0.1\"");
        assertThat(third.text()).containsAnyOf("version: 1.0.2\n", "\"contentVersion\" : \"1.0.0.2\"");
        assertThat(again).isEqualTo(third);
    }

    @Test
    void whatPeopleRaisedIsCountedOnFrom() {
        String raised = file("needle", "yaml").text().replace("version: 1.0.0", "version: 2.3.9");

        assertThat(SENTINEL.revised(file("needle", "yaml"), raised).text()).isEqualTo(raised);
        assertThat(SENTINEL.revised(changed("yaml"), raised).text()).contains("\nversion: 2.3.10\n");
    }

    @Test
    void whatHasNoVersionBeginsAnew() {
        for (String broken : List.of("", "version: 1.0.99999999999\n", "version: one\n", "  version: 7.0.0\n")) {
            assertThat(SENTINEL.revised(file("needle", "yaml"), broken)).isEqualTo(file("needle", "yaml"));
        }
    }

    @Test
    void aDescriptionThatLooksLikeAVersionIsNone() {
        Hunt hunt = Samples.hunt("Title", "text\nversion: 9.9.9\n", "needle", List.of("T1059"));
        String yaml = files(hunt).get("sentinel/" + hunt.fileName() + ".yaml");

        assertThat(SENTINEL.revised(new ExportedFile("sentinel/x.yaml", yaml), yaml.replace("needle", "noodle"))
                        .text())
                .contains("\nversion: 1.0.1\n");
    }

    @Test
    void queriesHaveNoVersion() {
        ExportedFile query = new ExportedFile("sentinel/x.kql", "version: 1.0.0\n");

        assertThat(SENTINEL.revised(query, "version: 3.0.0\n")).isEqualTo(query);
    }

    private static ExportedFile changed(String which) {
        ExportedFile file = file("needle", which);
        return new ExportedFile(file.path(), file.text().replace("needle", "noodle"));
    }

    private static ExportedFile file(String needle, String which) {
        Hunt hunt = Samples.hunt(needle);
        String path = which.equals("arm") ? ARM : "sentinel/" + hunt.fileName() + ".yaml";
        return new ExportedFile(path, files(hunt).get(path));
    }

    private static Map<String, String> files(Hunt hunt) {
        Map<String, String> files = new TreeMap<>();
        SENTINEL.export(List.of(hunt)).forEach(file -> files.put(file.path(), file.text()));
        return files;
    }
}
