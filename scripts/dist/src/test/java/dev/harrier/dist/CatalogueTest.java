package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.catalogue.Catalogue;
import dev.harrier.hunt.catalogue.CatalogueEntry;
import dev.harrier.lab.HuntTest;
import dev.harrier.lab.PackTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every shipped hunt, in every language: it lints, runs, hits what it must and misses what it must. */
class CatalogueTest {
    private static final List<Hunt> HUNTS =
            Catalogue.shipped().entries().stream().map(CatalogueEntry::hunt).toList();
    private static final List<Dialect> DIALECTS =
            Connectors.discover().stream().map(ConnectorProvider::dialect).toList();

    @Test
    void everyHuntHitsTheEventsMadeToMatchItAndMissesTheNearMisses() {
        assertThat(PackTest.test(HUNTS, DIALECTS).hunts())
                .filteredOn(test -> !test.passed())
                .extracting(CatalogueTest::words)
                .isEmpty();
    }

    /** Events are not yet made for every regular expression, and the lab has no tables for logs that are no kind of event. */
    @Test
    void onlyTheseHuntsGoUntested() {
        assertThat(PackTest.test(HUNTS, DIALECTS).hunts())
                .filteredOn(test -> test.untested().isPresent())
                .filteredOn(test -> test.hunt().logic().kind() != EventKind.OTHER)
                .extracting(test -> test.hunt().title())
                .containsExactlyInAnyOrder(
                        "Windows Installer runs a package from an address",
                        "Domain database copied by ntdsutil or a shadow copy",
                        "PowerShell started with an encoded command by an unusual parent",
                        "Windows recovery switched off in the boot configuration");
    }

    @Test
    void everyHuntCanBeSaidInAtLeastOneLanguage() {
        assertThat(HUNTS).allMatch(hunt -> DIALECTS.stream()
                .anyMatch(dialect -> dialect.render(hunt, dialect.defaultProfile()) instanceof Rendering.Rendered));
    }

    @Test
    void noHuntHasALintError() {
        for (Dialect dialect : DIALECTS) {
            for (Hunt hunt : HUNTS) {
                if (dialect.render(hunt, dialect.defaultProfile()) instanceof Rendering.Rendered rendered) {
                    assertThat(dialect.lint(rendered.text(), dialect.defaultProfile()))
                            .as(hunt.title() + " in " + dialect.name() + ":\n" + rendered.text())
                            .noneMatch(finding -> finding.level() == LintFinding.Level.ERROR);
                }
            }
        }
    }

    private static String words(HuntTest test) {
        return test.hunt().title() + ": " + test.outcomes();
    }
}
