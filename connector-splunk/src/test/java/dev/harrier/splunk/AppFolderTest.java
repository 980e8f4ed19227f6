package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.ExportedFile;
import dev.harrier.hunt.Hunt;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a pack holds for Splunk is an app, by the rules that apps are packaged by (app.conf, default.meta, savedsearches.conf specs). */
class AppFolderTest {
    private static final List<Hunt> HUNTS = List.of(
            Made.hunt(1, "Calm."),
            Made.hunt(2, "x]\n[default]\ndisabled = 0", "x\n[default]\ndisabled = 0"),
            Made.hunt(3, "../../local/a", "Calm."));

    @Test
    void everythingIsWhereAnAppHasIt() {
        assertThat(files().keySet())
                .contains("default/app.conf", "default/savedsearches.conf", "metadata/default.meta")
                .allSatisfy(
                        path -> assertThat(path)
                                .matches(
                                        "default/[a-z]+\\.conf|metadata/default\\.meta|lookups/[a-z0-9_]+\\.csv|[a-z0-9-]+\\.spl"));
    }

    @Test
    void theAppSaysWhatItIsAndShowsNoPageOfItsOwn() {
        Map<String, Map<String, String>> app = conf("default/app.conf");

        assertThat(app.get("launcher").get("version")).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(app.get("launcher")).containsKeys("author", "description");
        assertThat(app.get("ui")).containsEntry("is_visible", "0").containsKey("label");
        assertThat(app.get("install")).containsEntry("is_configured", "1");
        assertThat(app.get("package")).as("its folder may have any name").doesNotContainKey("id");
    }

    @Test
    void nothingOfItIsShownToOtherApps() {
        Map<String, Map<String, String>> access = conf("metadata/default.meta");

        assertThat(access.keySet()).containsExactly("");
        assertThat(access.get("")).containsEntry("export", "none").containsKey("access");
    }

    /** A stanza [default] of one app changes every search of the site (contentctl#476). */
    @Test
    void eachStanzaIsOneOfOurHuntsSwitchedOff() {
        Map<String, Map<String, String>> searches = conf("default/savedsearches.conf");

        assertThat(searches.keySet())
                .containsExactlyElementsOf(
                        HUNTS.stream().map(SavedSearchName::of).toList());
        assertThat(searches.values()).allSatisfy(search -> assertThat(search)
                .containsEntry("disabled", "1")
                .containsKeys("search", "cron_schedule", "dispatch.earliest_time", "dispatch.latest_time"));
    }

    @Test
    void filesAreUtf8WithoutAMarkAndEndTheirLastLine() {
        assertThat(files().values()).allSatisfy(text -> assertThat(text)
                .doesNotStartWith("\uFEFF")
                .doesNotContain("\r")
                .endsWith("\n"));
    }

    @Test
    void noHuntIsNoApp() {
        assertThat(new SplunkProvider().export(List.of())).isEmpty();
    }

    private static Map<String, Map<String, String>> conf(String path) {
        return ConfText.read(files().get(path), "\n");
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        for (ExportedFile file : new SplunkProvider().export(HUNTS)) {
            assertThat(file.path()).startsWith("splunk/");
            files.put(file.path().substring("splunk/".length()), file.text());
        }
        return files;
    }
}
