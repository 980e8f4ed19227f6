package dev.harrier.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AttackCatalogueTest {
    private final AttackCatalogue catalogue = AttackCatalogue.shipped();

    @Test
    void knowsNamesTacticsAndPlatforms() {
        Technique powerShell = catalogue.technique("T1059.001").orElseThrow();
        assertThat(powerShell.name()).isEqualTo("PowerShell");
        assertThat(powerShell.tactics()).containsExactly(Tactic.EXECUTION);
        assertThat(powerShell.platforms()).containsExactly("Windows");
        assertThat(powerShell.parentId()).isEqualTo("T1059");
    }

    @Test
    void revokedIdsLeadToWhatTookTheirPlace() {
        assertThat(catalogue.technique("T1086")).isPresent();
        assertThat(catalogue.current("T1086").orElseThrow().id()).isEqualTo("T1059.001");
        assertThat(catalogue.current("T1073").orElseThrow().revokedBy()).isEmpty();
        assertThat(catalogue.current("T1566.001").orElseThrow().id()).isEqualTo("T1566.001");
        assertThat(catalogue.current("T9999")).isEmpty();
    }

    @Test
    void everyRevokedIdHasAnHeir() {
        assertThat(catalogue.techniques())
                .allSatisfy(t -> assertThat(catalogue.current(t.id())).isPresent());
    }

    @Test
    void aMisspeltIdOrNameLeadsToTheNearest() {
        assertThat(catalogue.nearest("T1059.01")).contains("T1059.001");
        assertThat(catalogue.nearest("OS Credental Dumping")).contains("T1003");
        assertThat(catalogue.nearest("a sentence that has nothing to do with any of it"))
                .isEmpty();
    }

    @Test
    void knowsActorsMalwareAndTools() {
        assertThat(catalogue.threats()).anySatisfy(threat -> {
            assertThat(threat.name()).isEqualTo("APT29");
            assertThat(threat.kind()).isEqualTo(KnownThreat.Kind.ACTOR);
            assertThat(threat.aliases()).contains("Cozy Bear").doesNotContain("APT29");
        });
        assertThat(catalogue.threats()).anySatisfy(threat -> assertThat(threat)
                .extracting(KnownThreat::name, KnownThreat::kind)
                .containsExactly("Mimikatz", KnownThreat.Kind.TOOL));
    }

    @Test
    void theShippedTablesAreWhatTheGeneratorMakes() throws IOException {
        Path attack = SharedFolder.find("corpus/attack");
        assumeTrue(Files.isDirectory(attack), "no shared corpus");
        AttackCatalogueGenerator generator = new AttackCatalogueGenerator(attack);
        assertThat(resource("techniques.tsv")).isEqualTo(generator.techniques());
        assertThat(resource("threats.tsv")).isEqualTo(generator.threats());
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = AttackCatalogue.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
