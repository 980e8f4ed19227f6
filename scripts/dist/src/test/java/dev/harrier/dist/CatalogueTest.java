package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.Logic;
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

    private static final PackTest TESTED = PackTest.test(HUNTS, DIALECTS);

    @Test
    void everyHuntHitsTheEventsMadeToMatchItAndMissesTheNearMisses() {
        assertThat(TESTED.hunts())
                .filteredOn(test -> !test.passed())
                .extracting(CatalogueTest::words)
                .isEmpty();
    }

    /** An analyst's own text is tested by its fixtures. */
    @Test
    void everyDetectionIsTested() {
        assertThat(TESTED.hunts())
                .filteredOn(test -> test.hunt().logic() instanceof Logic.Detection)
                .allSatisfy(test -> {
                    assertThat(test.untested()).as(test.hunt().title()).isEmpty();
                    assertThat(test.hits()).as(test.hunt().title()).isPositive();
                    assertThat(test.nearMisses()).as(test.hunt().title()).isPositive();
                });
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
