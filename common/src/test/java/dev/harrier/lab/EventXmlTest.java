package dev.harrier.lab;

import static dev.harrier.lab.Records.lines;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The event log's XML: as a file, and in Splunk's {@code _raw}. */
class EventXmlTest {
    private static final String PROCESSES =
            "SELECT \"EventTime\", \"Computer\", \"User\", \"Image\", \"CommandLine\", md5"
                    + " FROM store.process_creation ORDER BY \"CommandLine\"";

    private final Lab lab = Lab.inMemory();

    @AfterEach
    void close() {
        lab.close();
    }

    private static String sysmon(String commandLine) {
        return "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
                + "<Provider Name='Microsoft-Windows-Sysmon' Guid='{5770385F-C22A-43E0-BF4C-06F5698FFBD9}'/>"
                + "<EventID>1</EventID><Version>5</Version><TimeCreated SystemTime='2026-11-01T10:00:00.1234567Z'/>"
                + "<EventRecordID>77</EventRecordID><Execution ProcessID='4' ThreadID='8'/>"
                + "<Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>pc1.corp.example</Computer></System>"
                + "<EventData><Data Name='RuleName'>-</Data><Data Name='UtcTime'>2026-11-01 10:00:00.123</Data>"
                + "<Data Name='Image'>C:\\Windows\\System32\\cmd.exe</Data><Data Name='CommandLine'>" + commandLine
                + "</Data><Data Name='User'>CORP\\ada</Data><Data Name='Hashes'>MD5=00FF</Data></EventData></Event>";
    }

    @Test
    void theEventViewersFileIsReadEventByEvent() {
        LoadReport report = lab.load(
                "events.xml",
                lines(
                        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>",
                        "<Events>" + sysmon("cmd /c &quot;a &amp; b&quot;") + sysmon("<![CDATA[echo <x>]]>"),
                        "</Events>"));

        assertThat(report.bad()).isEmpty();
        assertThat(report.lines()).isEqualTo(2);
        assertThat(Rows.of(lab, PROCESSES))
                .containsExactly(
                        "2026-11-01 10:00:00.123|pc1.corp.example|CORP\\ada|C:\\Windows\\System32\\cmd.exe|cmd /c \"a & b\"|00ff",
                        "2026-11-01 10:00:00.123|pc1.corp.example|CORP\\ada|C:\\Windows\\System32\\cmd.exe|echo <x>|00ff");
    }

    @Test
    void whatNoColumnTakesStaysInTheRemainder() {
        lab.load("events.xml", lines(sysmon("a")));

        assertThat(Rows.of(lab, "SELECT _remainder FROM store.process_creation"))
                .singleElement()
                .asString()
                .contains(
                        "\"RuleName\":\"-\"",
                        "\"EventRecordID\":\"77\"",
                        "\"Execution.#attributes.ProcessID\":\"4\"",
                        "\"Provider.#attributes.Guid\":\"{5770385F-C22A-43E0-BF4C-06F5698FFBD9}\"",
                        "\"TimeCreated.#attributes.SystemTime\":\"2026-11-01T10:00:00.1234567Z\"");
    }

    @Test
    void wevtutilWritesOneEventALineWithoutAnythingAround() {
        LoadReport report = lab.load("events.xml", lines(sysmon("a"), sysmon("b"), ""));

        assertThat(report.bad()).isEmpty();
        assertThat(Rows.of(lab, "SELECT \"CommandLine\" FROM store.process_creation ORDER BY 1"))
                .containsExactly("a", "b");
    }

    @Test
    void filesPutTogetherLoseNothing() {
        String declaration = "<?xml version='1.0'?>";
        LoadReport report = lab.load(
                "events.xml",
                lines(
                        declaration,
                        "<Events>",
                        sysmon("a"),
                        "</Events>",
                        declaration,
                        "<Events>",
                        sysmon("b"),
                        "</Events>"));

        assertThat(report.bad()).isEmpty();
        assertThat(Rows.of(lab, "SELECT count(*) FROM store.process_creation")).containsExactly("2");
    }

    @Test
    void aBrokenEventIsNamedAndTheOthersAreLoaded() {
        LoadReport report = lab.load(
                "events.xml", lines(sysmon("a"), sysmon("<oops>"), "stray words", sysmon("&unknown;"), sysmon("b")));

        assertThat(report.bad())
                .extracting(BadLine::toString)
                .satisfiesExactly(
                        bad -> assertThat(bad).startsWith("events.xml:2: broken XML"),
                        bad -> assertThat(bad).isEqualTo("events.xml:3: no <Event> element"),
                        bad -> assertThat(bad).startsWith("events.xml:4: "));
        assertThat(Rows.of(lab, "SELECT \"CommandLine\" FROM store.process_creation ORDER BY 1"))
                .containsExactly("a", "b");
    }

    @Test
    void anEventThatBreaksOffIsBad() {
        LoadReport report =
                lab.load("events.xml", lines(sysmon("a"), sysmon("b").substring(0, 300)));

        assertThat(report.bad()).singleElement().asString().startsWith("events.xml:2: broken XML");
    }

    /** Nothing outside the file is read, and nothing in it grows. */
    @Test
    void documentTypesAndEntitiesAreRefused() {
        String bomb = "<!DOCTYPE Event [<!ENTITY a 'x'><!ENTITY b '&a;&a;'><!ENTITY f SYSTEM 'file:///etc/hostname'>]>";
        LoadReport report = lab.load("events.xml", lines(bomb + sysmon("&b;"), sysmon("&f;"), sysmon("fine")));

        assertThat(report.bad()).hasSize(2);
        assertThat(Rows.of(lab, "SELECT \"CommandLine\" FROM store.process_creation"))
                .containsExactly("fine");
    }

    @Test
    void deepNestingIsRefused() {
        int deep = 100_000;
        LoadReport report = lab.load(
                "events.xml", lines("<Event>" + "<a>".repeat(deep) + "</a>".repeat(deep) + "</Event>", sysmon("a")));

        assertThat(report.bad()).singleElement().asString().isEqualTo("events.xml:1: XML nested more than 20 deep");
        assertThat(Rows.of(lab, "SELECT count(*) FROM store.process_creation")).containsExactly("1");
    }

    @Test
    void dataWithoutNamesAreNumbered() {
        lab.load("events.xml", lines(sysmon("a</Data><Data>first</Data><Data>second</Data><Data Name='Last'>z")));

        assertThat(Rows.of(lab, "SELECT _remainder FROM store.process_creation"))
                .singleElement()
                .asString()
                .contains("\"param1\":\"first\",\"param2\":\"second\",\"Last\":\"z\"");
    }

    /** Each field below would repeat the name: a record of 2 MB made 10 GB of them. */
    @Test
    void aNameOfEndlessLengthIsNotRepeatedInWhatIsBelow() {
        String datum = "</Data><Data Name='" + "n".repeat(1_000_000) + "'>" + "<a>1</a>".repeat(9_000);
        LoadReport report = lab.load("events.xml", lines(sysmon("x" + datum)));

        assertThat(report.bad()).isEmpty();
        assertThat(Rows.of(lab, "SELECT length(_remainder) < 300000 FROM store.process_creation"))
                .containsExactly("true");
    }

    @Test
    void splunksJsonHasItInRaw() {
        String raw = sysmon("cmd /c &quot;x&quot;").replace("\\", "\\\\").replace("\"", "\\\"");
        LoadReport report = lab.load(
                "export.json",
                lines(
                        "{\"preview\":false,\"result\":{\"_raw\":\"" + raw
                                + "\",\"_time\":\"2026-11-01T10:00:00.123+00:00\","
                                + "\"RuleName\":\"-\",\"source\":\"XmlWinEventLog:Microsoft-Windows-Sysmon/Operational\"}}",
                        "{\"preview\":false,\"result\":{\"_raw\":\"<Event ><System>\",\"_time\":\"2026-11-01T10:00:00Z\"}}"));

        assertThat(report.bad()).singleElement().asString().startsWith("export.json:2: broken XML");
        assertThat(Rows.of(lab, PROCESSES))
                .containsExactly(
                        "2026-11-01 10:00:00.123|pc1.corp.example|CORP\\ada|C:\\Windows\\System32\\cmd.exe|cmd /c \"x\"|00ff");
        assertThat(Rows.of(
                        lab,
                        "SELECT length(_remainder) - length(replace(_remainder, 'RuleName', 'RuleNam')) FROM"
                                + " store.process_creation"))
                .as("fields that Splunk had taken from it already are not kept twice")
                .containsExactly("1");
    }

    @Test
    void splunksCsvHasItInRaw() {
        LoadReport report = lab.load(
                "export.csv",
                lines(
                        "\"_time\",\"_raw\",\"host\"",
                        "\"2026-11-01T10:00:00.123+0000\",\"" + sysmon("a") + "\",\"pc1\"",
                        "\"2026-11-01T10:00:00.123+0000\",\"<Event x\",\"pc1\""));

        assertThat(report.bad()).singleElement().asString().startsWith("export.csv:3: broken XML");
        assertThat(Rows.of(lab, "SELECT \"CommandLine\", \"Image\" FROM store.process_creation"))
                .containsExactly("a|C:\\Windows\\System32\\cmd.exe");
    }
}
