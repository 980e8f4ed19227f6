package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewNameTest {
    private static List<String> names(String text) {
        return Extraction.of(text).evidence().threats().stream()
                .map(threat -> threat.kind() + " " + threat.name())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Four intrusions by one motivated group. We track it as **Thorn Lapwing**. | ACTOR Thorn Lapwing",
                "A loader dubbed QUILLDRIFT runs. | MALWARE QUILLDRIFT",
                "an undocumented ransomware family that calls itself **Ashpelt**. | MALWARE Ashpelt",
                "The actor, tracked as Storm-0501, came back. | ACTOR Storm-0501",
                "Microsoft tracks this actor as Velvet Kettle and waits. | ACTOR Velvet Kettle",
                "They use a new ransomware called Kettlelock. | MALWARE Kettlelock",
                "A small loader that we call **QUILLDRIFT** poses as an updater. | MALWARE QUILLDRIFT",
                "the backdoor, dubbed “KettleDoor” by its makers, | MALWARE KettleDoor",
                "The activity is tracked as APT-C-36. | ACTOR APT-C-36"
            })
    void aNewNameIsReadBehindItsCue(String text, String name) {
        assertThat(names(text)).containsExactly(name);
    }

    @Test
    void designatorsMayStandInARow() {
        assertThat(names("The group is tracked as UNC1234/Storm-0501, TA577 and FIN7 by others."))
                .containsExactly("ACTOR UNC1234", "ACTOR Storm-0501", "ACTOR TA577", "ACTOR FIN7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The vulnerability, dubbed Kettle4Shell, is old.",
                "The malware drops a file called Setup.exe.",
                "A loader that starts a process named Explorer is seen.",
                "The ransomware group is well known as of today.",
                "The campaign dubbed Operation Kettle Steam by the group.",
                "The backdoor sends a command called Upload.",
                "The malware is called by the loader. Then it ends.",
                "We tracked the shipment as Agreed.",
                "Customers called Support about the malware.",
                "The group used another packer that Kettle Labs has dubbed BMPack.",
                "The trojan called Win32/Kettle.A is old."
            })
    void otherThingsThatBearNamesAreNoThreats(String text) {
        assertThat(names(text)).isEmpty();
    }

    @Test
    void aNameIsQuotedWhereItStandsAndSaidOnce() {
        Extraction found =
                Extraction.of("A loader dubbed h**x QUILL.\n\nA loader dubbed **QUILLDRIFT**, dubbed QUILLDRIFT.");
        NamedThreat threat = found.evidence().threats().get(0);
        assertThat(found.evidence().threats()).hasSize(1);
        assertThat(threat.attackId()).isEqualTo(Optional.empty());
        assertThat(found.article()
                        .text()
                        .substring(threat.quote().start(), threat.quote().end()))
                .isEqualTo("QUILLDRIFT");
    }

    @Test
    void whatTheCatalogueKnowsIsNotNew() {
        ThreatName bear = new ThreatName(NamedThreat.Kind.ACTOR, "APT99", "G9999", List.of("Kettle Bear"));
        dev.harrier.article.Article article =
                dev.harrier.article.ArticleReader.readText("a", "The group, tracked as Kettle Bear, came back.");
        List<NamedThreat> threats = new EvidenceExtractor(Allowlist.none(), List.of(bear))
                .extract(article)
                .threats();
        assertThat(threats).hasSize(1);
        assertThat(threats.get(0).name()).isEqualTo("APT99");
    }
}
