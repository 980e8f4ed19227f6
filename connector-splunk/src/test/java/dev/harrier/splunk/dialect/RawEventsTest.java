package dev.harrier.splunk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.LogSource;
import dev.harrier.hunt.Logic;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Raw events: what tells kinds that share an event code, and what events don't have. */
class RawEventsTest {
    private static final Condition EVIL = Hunts.contains("TargetObject", "\\Evil");

    @ParameterizedTest
    @CsvSource({
        "REGISTRY_ADD, CreateKey, 1",
        "REGISTRY_ADD, DeleteKey, 0",
        "REGISTRY_ADD, DeleteValue, 0",
        "REGISTRY_DELETE, CreateKey, 0",
        "REGISTRY_DELETE, DeleteKey, 1",
        "REGISTRY_DELETE, DeleteValue, 1"
    })
    void keysThatAreMadeAreNoDeletedOnes(EventKind kind, String type, String hits) throws SQLException {
        EventKind happened = type.startsWith("Create") ? EventKind.REGISTRY_ADD : EventKind.REGISTRY_DELETE;
        try (Lab lab = new Lab()) {
            lab.add(happened, Map.of("TargetObject", "HKLM\\Software\\Evil", "EventType", type), 60);

            assertThat(lab.count(Hunts.text(kind, EVIL, Hunts.RAW))).containsEntry("hits", hits);
        }
    }

    @Test
    void aNewNameIsAnEventOfItsOwn() {
        LogSource renamed = new LogSource(Optional.of("registry_rename"), Optional.of("windows"), Optional.empty());
        Logic logic = new Logic.Detection(EventKind.OTHER, renamed, Hunts.contains("NewName", "\\Evil"));

        assertThat(Hunts.SPL.render(Hunts.of(logic), Hunts.RAW))
                .isInstanceOfSatisfying(Rendering.Rendered.class, text -> assertThat(text.text())
                        .startsWith("search index=* source=\"XmlWinEventLog:Microsoft-Windows-Sysmon/Operational\""
                                + " EventCode=\"14\" NewName="));
    }

    @ParameterizedTest
    @CsvSource({
        "NETWORK_CONNECTION, CommandLine",
        "FILE_EVENT, CommandLine",
        "FILE_EVENT, md5",
        "FILE_EVENT, sha256",
        "IMAGE_LOAD, CommandLine"
    })
    void whatAnEventNeverHasIsNoCleanSearch(EventKind kind, String field) {
        Condition asked = Hunts.all(Hunts.ends("Image", "\\a.exe"), Hunts.contains(field, "x"));

        assertThat(Hunts.text(kind, asked, Hunts.RAW))
                .as("who asks for raw events vouches for their fields")
                .contains(field + "=");

        assertThat(render(kind, asked))
                .isInstanceOfSatisfying(Rendering.Unsupported.class, no -> assertThat(no.reason())
                        .contains("have no " + field)
                        .as("no setting gives an event what it never has")
                        .doesNotContain("the setting"));
        assertThat(render(kind, Hunts.any(Hunts.ends("Image", "\\a.exe"), Hunts.contains(field, "x"))))
                .as("the other alternative can be true")
                .isInstanceOf(Rendering.Rendered.class);
        assertThat(render(kind, Hunts.all(Hunts.ends("Image", "\\a.exe"), Hunts.not(Hunts.contains(field, "x")))))
                .as("what is not there is not excluded")
                .isInstanceOf(Rendering.Rendered.class);
    }

    /** The reason names the setting that would do, and the setting does. */
    @Test
    void aReasonNamesTheSettingThatWouldDo() {
        Logic script = new Logic.Detection(EventKind.PS_SCRIPT, Hunts.contains("ScriptBlockText", "iex"));
        Profile none = new Profile("cim", Map.of("fallback", "none"));
        assertThat(Hunts.SPL.render(Hunts.of(script), none))
                .isInstanceOfSatisfying(Rendering.Unsupported.class, no -> assertThat(no.reason())
                        .endsWith("; the setting fallback=raw does, over raw events"));
        assertThat(Hunts.SPL.render(Hunts.of(script), Hunts.CIM)).isInstanceOf(Rendering.Rendered.class);

        LogSource strange = new LogSource(Optional.of("strange"), Optional.of("thing"), Optional.empty());
        Logic other = new Logic.Detection(EventKind.OTHER, strange, Hunts.contains("Field", "x"));
        assertThat(Hunts.SPL.render(Hunts.of(other), Hunts.CIM))
                .isInstanceOfSatisfying(Rendering.Unsupported.class, no -> assertThat(no.reason())
                        .contains("the setting format=raw does, over raw events of * (index)"));
        assertThat(Hunts.SPL.render(Hunts.of(other), Hunts.RAW)).isInstanceOf(Rendering.Rendered.class);
    }

    @Test
    void whoMadeAConnectionIsSaidEitherWay() {
        for (String initiated : new String[] {"true", "false"}) {
            assertThat(Hunts.text(EventKind.NETWORK_CONNECTION, Hunts.is("Initiated", initiated), Hunts.RAW))
                    .contains(" EventCode=3 Initiated=\"" + initiated + "\"");
        }
    }

    private static Rendering render(EventKind kind, Condition condition) {
        return Hunts.SPL.render(Hunts.of(new Logic.Detection(kind, condition)), Hunts.CIM);
    }
}
