package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.article.Article;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.connector.ExportedFile;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Rendering;
import dev.harrier.evidence.Allowlist;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntPack;
import dev.harrier.hunt.catalogue.Catalogue;
import dev.harrier.pack.PackFolder;
import dev.harrier.pack.PackMaker;
import dev.harrier.pack.TargetCapacity;
import dev.harrier.pack.lint.LintInputs;
import dev.harrier.pack.lint.PackLint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack whose large sets lie in tables: what people install, and what is deployed all the same. */
@Tag("slow")
class LookupPackTest {
    private static final int EACH = 1_500;
    private static final List<ConnectorProvider> CONNECTORS = Connectors.discover();
    private static final List<Dialect> DIALECTS =
            CONNECTORS.stream().map(ConnectorProvider::dialect).toList();
    private static final Article ARTICLE = CapacityTest.article(EACH);
    private static final HuntPack PACK = PackMaker.of(
                    AttackCatalogue.shipped(),
                    Allowlist.none(),
                    Catalogue.shipped(),
                    TargetCapacity.withLookups(DIALECTS),
                    true)
            .make(ARTICLE);

    private static Map<String, String> files(String connector) {
        return CONNECTORS.stream()
                .filter(provider -> provider.name().equals(connector))
                .flatMap(provider -> provider.export(PACK.hunts()).stream())
                .collect(Collectors.toMap(ExportedFile::path, ExportedFile::text, (a, b) -> a, TreeMap::new));
    }

    private static List<String> below(Map<String, String> files, String folder) {
        return files.keySet().stream().filter(path -> path.startsWith(folder)).toList();
    }

    @Test
    void aLargeSetIsOneHuntPerKindOfEvent() {
        List<Hunt> indicators = PACK.hunts().stream()
                .filter(hunt -> hunt.kind() == Hunt.Kind.INDICATOR)
                .toList();
        List<Hunt> cut = CapacityTest.pack(ARTICLE, DIALECTS).hunts().stream()
                .filter(hunt -> hunt.kind() == Hunt.Kind.INDICATOR)
                .toList();
        // Four hunts of addresses are no more than are worth a table.
        assertThat(indicators).hasSize(3 + 2 + 4);
        assertThat(indicators)
                .filteredOn(hunt -> hunt.title().contains(" of 4)"))
                .hasSize(4);
        assertThat(cut).hasSizeGreaterThan(60);
    }

    /** On a target whose tables nobody vouches for it is unsupported, so it counts as blind there and never as nothing found. */
    @Test
    void noTargetIsSentAQueryWhoseTableItMayNotHave() {
        for (Hunt hunt : PACK.hunts()) {
            for (Dialect dialect : DIALECTS) {
                if (dialect.render(hunt, dialect.defaultProfile()) instanceof Rendering.Rendered rendered) {
                    assertThat(rendered.lookups()).isEmpty();
                    assertThat(rendered.text()).doesNotContain("harrier_");
                }
            }
        }
    }

    @Test
    void theTemplateMakesEachWatchlistBeforeTheRulesThatReadIt() throws JsonProcessingException {
        Map<String, String> files = files("sentinel");
        JsonNode resources = new ObjectMapper()
                .readTree(files.get("sentinel/azuredeploy.json"))
                .path("resources");
        List<String> watchlists = new ArrayList<>();
        int readers = 0;
        for (JsonNode resource : resources) {
            if (resource.path("type").asText().endsWith("/watchlists")) {
                String alias = resource.path("properties").path("displayName").asText();
                watchlists.add(alias);
                assertThat(resource.path("properties").path("rawContent").asText())
                        .isEqualTo(files.get("sentinel/watchlists/" + alias + ".csv"))
                        .startsWith("value\n");
            }
            String query = resource.path("properties").path("query").asText();
            for (String alias : watchlists) {
                boolean reads = query.contains("_GetWatchlist(\"" + alias + "\")");
                assertThat(resource.path("dependsOn").toString().contains(alias))
                        .isEqualTo(reads);
                readers += reads ? 1 : 0;
            }
            assertThat(query.split("_GetWatchlist", -1).length - 1 > 0).isEqualTo(resource.has("dependsOn"));
        }
        // Hashes serve three hunts, names two.
        assertThat(watchlists).hasSize(2).hasSameSizeAs(below(files, "sentinel/watchlists/"));
        assertThat(readers).isEqualTo(5);
    }

    @Test
    void theAppHoldsEachLookupAndItsDefinition() {
        Map<String, String> files = files("splunk");
        List<String> lookups = below(files, "splunk/lookups/");
        assertThat(lookups).hasSize(3);
        for (String path : lookups) {
            String name = path.substring("splunk/lookups/".length(), path.length() - ".csv".length());
            assertThat(files.get("splunk/default/transforms.conf"))
                    .contains("[" + name + "]\n", "filename = " + name + ".csv\n");
            assertThat(files.get("splunk/default/savedsearches.conf")).contains("| lookup " + name + " value AS ");
            assertThat(files.get(path).lines().skip(1))
                    .hasSizeGreaterThan(EACH / 2)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void thePackLints(@TempDir Path folder) {
        Path written = new PackFolder(folder, CONNECTORS).write(PACK);
        assertThat(PackLint.check(
                                List.of(written),
                                new LintInputs(AttackCatalogue.shipped(), CONNECTORS, detection -> true))
                        .remarks())
                .noneMatch(remark -> remark.level() == LintFinding.Level.ERROR);
    }

    @Test
    void everyExportedQueryIsFreeOfErrors() {
        for (ConnectorProvider provider : CONNECTORS) {
            provider.export(PACK.hunts()).forEach(file -> assertThat(provider.dialect()
                            .lintFile(file.path(), file.text())
                            .orElse(List.of()))
                    .as(file.path())
                    .noneMatch(finding -> finding.level() == LintFinding.Level.ERROR));
        }
    }
}
