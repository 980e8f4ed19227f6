package dev.harrier.lab;

import static dev.harrier.lab.Records.json;
import static dev.harrier.lab.Records.lines;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.harrier.hunt.EventKind;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What events may be written down in. */
class FormatsTest {
    private static final String GOOD =
            Records.sysmonProcess("2026-11-01 10:00:00.123", "host-a", "LAB\\alice", "cmd /c dir");
    private static final String PROCESSES =
            "SELECT \"Computer\", \"User\", \"CommandLine\" FROM store.process_creation ORDER BY \"CommandLine\"";

    private final Lab lab = Lab.inMemory();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void csvHasAHeadingAndQuotedCellsMaySpanLines() {
        LoadReport report = lab.load(
                "advanced-hunting.csv",
                lines(
                        "Timestamp,DeviceName,ActionType,FileName,ProcessCommandLine,AccountName,AdditionalFields\r",
                        "2026-11-01T10:00:00Z,pc1,ProcessCreated,cmd.exe,\"cmd \"\"a,b\"\"",
                        "second line\",alice,\"{\"\"InitiatingProcess\"\":\"\"x\"\"}\"\r",
                        "2026-11-01T10:00:01Z,pc1,ProcessCreated,cmd.exe,short\r",
                        "2026-11-01T10:00:02Z,pc2,ProcessCreated,cmd.exe,whoami,,\r"));

        assertThat(Rows.of(lab, PROCESSES)).containsExactly("pc1|alice|cmd \"a,b\"\nsecond line", "pc2|∅|whoami");
        assertThat(Rows.of(lab, "SELECT _remainder FROM store.process_creation WHERE \"Computer\" = 'pc1'"))
                .containsExactly(json("{'ActionType':'ProcessCreated','AdditionalFields.InitiatingProcess':'x'}"));
        assertThat(report.bad())
                .singleElement()
                .asString()
                .isEqualTo("advanced-hunting.csv:4: 5 cells where the heading has 7");
        assertThat(report.lines()).isEqualTo(3);
    }

    @Test
    void anOpenQuoteCostsItsRowAndSaysSo() {
        LoadReport report =
                lab.load("a.csv", lines("EventID,Channel,UtcTime,Computer", "1,\"sysmon,2026,h", "2,x,y,z"));

        assertThat(report.bad()).singleElement().asString().isEqualTo("a.csv:2: a quote is not closed");
    }

    @Test
    void splunksExportOfDataModelsIsKnownByItsFields() {
        lab.load(
                "tstats.csv",
                lines(
                        "_time,Processes.dest,Processes.user,Processes.process,Processes.process_path,count",
                        "2026-11-01T12:00:00.000+0200,pc1,alice,whoami /all,C:\\Windows\\System32\\whoami.exe,1"));

        assertThat(Rows.of(
                        lab,
                        "SELECT \"EventTime\", \"Computer\", \"User\", \"CommandLine\", \"Image\", _remainder"
                                + " FROM store.process_creation"))
                .containsExactly("2026-11-01 10:00:00.0|pc1|alice|whoami /all|C:\\Windows\\System32\\whoami.exe|"
                        + "{\"count\":\"1\"}");
    }

    @Test
    void azuresPortalWritesItsOwnTimes() {
        lab.load(
                "query_data.csv",
                lines(
                        "\"TimeGenerated [UTC]\",Computer,Channel,EventID,NewProcessName,CommandLine,Type",
                        "\"11/1/2026, 1:02:03.456 PM\",dc1,Security,4688,C:\\a.exe,a,SecurityEvent",
                        "\"11/1/2026, 12:00:00 AM\",dc1,Security,4688,C:\\a.exe,b,SecurityEvent"));

        assertThat(Rows.of(lab, "SELECT \"EventTime\", \"CommandLine\" FROM store.process_creation ORDER BY 2"))
                .containsExactly("2026-11-01 13:02:03.456|a", "2026-11-01 00:00:00.0|b");
    }

    @Test
    void zeeksLogsSayTheirFieldsThemselves() {
        LoadReport report = lab.load(
                "dns.log",
                lines(
                        "#separator \\x09",
                        "#path\tdns",
                        "#fields\tts\tid.orig_h\tid.resp_h\tquery\tqtype_name\tanswers",
                        "#types\ttime\taddr\taddr\tstring\tstring\tvector[string]",
                        "1793527200.500000\t10.0.0.5\t10.0.0.1\tevil.example\tA\t-",
                        "1793527201.000000\t10.0.0.5\t10.0.0.1\tgood.example\tA\t",
                        "#close\t2026-11-01-11-00-00"));

        assertThat(report.bad()).isEmpty();
        assertThat(Rows.of(lab, "SELECT \"EventTime\", src_ip, dst_ip, query, record_type, answer FROM store.dns"))
                .containsExactly(
                        "2026-11-01 10:00:00.5|10.0.0.5|10.0.0.1|evil.example|A|∅",
                        "2026-11-01 10:00:01.0|10.0.0.5|10.0.0.1|good.example|A|∅");
    }

    @Test
    void aLogWhoseFieldsChangeBreaksOffThere() {
        LabException failure = catchThrowableOfType(
                LabException.class,
                () -> lab.load(
                        "both.log",
                        lines(
                                "#path\tdns",
                                "#fields\tts\tid.orig_h\tquery",
                                "1793527200\t10.0.0.5\tevil.example",
                                "#fields\tts\tquery\tid.orig_h",
                                "1793527200\tevil.example\t10.0.0.5")));

        assertThat(failure.getMessage()).contains("both.log breaks off after line 3: other columns begin there");
    }

    @Test
    void zeeksJsonIsKnownByItsFields() {
        lab.load(
                "zeek.json",
                lines(
                        json("{'ts':1793527200.5,'id.orig_h':'10.0.0.5','id.orig_p':50000,'id.resp_h':'203.0.113.7',"
                                + "'id.resp_p':443,'proto':'tcp','conn_state':'SF'}"),
                        json("{'ts':1793527200.5,'id.orig_h':'10.0.0.5','id.resp_h':'203.0.113.7','method':'GET',"
                                + "'host':'evil.example','uri':'/a?b','user_agent':'curl','status_code':200}")));

        assertThat(Rows.of(
                        lab,
                        "SELECT \"Computer\", \"SourcePort\", \"DestinationIp\", \"DestinationPort\" FROM"
                                + " store.network_connection"))
                .containsExactly("10.0.0.5|50000|203.0.113.7|443");
        assertThat(Rows.of(lab, "SELECT \"cs-host\", \"c-uri\", \"sc-status\", \"c-useragent\" FROM store.proxy"))
                .containsExactly("evil.example|evil.example\\a?b|200|curl");
    }

    @Test
    void webServersAndProxiesLogInW3c() {
        lab.load(
                "iis.log",
                lines(
                        "#Software: Microsoft Internet Information Services 10.0",
                        "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status",
                        "2026-11-01 10:00:00 10.0.0.1 POST /shell.aspx - 443 - 203.0.113.7 curl/8 200"));

        assertThat(Rows.of(
                        lab,
                        "SELECT \"EventTime\", \"cs-uri-stem\", \"cs-uri-query\", \"c-ip\", \"cs-user-agent\""
                                + " FROM store.webserver"))
                .containsExactly("2026-11-01 10:00:00.0|/shell.aspx|∅|203.0.113.7|curl/8");
    }

    @Test
    void answersOfInterfacesAreUnwrapped() {
        lab.load(
                "graph.json",
                lines(
                        "{\"Stats\":{},\"Schema\":[{\"Name\":\"a\"}],\"Results\":[",
                        GOOD + ",",
                        GOOD + "],",
                        "\"x\":1}"));
        LoadReport tables = lab.load(
                "query.json",
                lines(json("{'tables':[{'name':'PrimaryResult','columns':[{'name':'TimeGenerated','type':'datetime'},"
                        + "{'name':'Computer','type':'string'},{'name':'EventID','type':'int'},{'name':'Channel','type':'string'},"
                        + "{'name':'CommandLine','type':'string'}],'rows':[['2026-11-01T10:00:00Z','dc1',4688,'Security','x y'],"
                        + "['2026-11-01T10:00:00Z','dc1',4688,'Security',null]]}]}")));

        assertThat(tables.bad()).isEmpty();
        assertThat(Rows.of(lab, PROCESSES))
                .containsExactly(
                        "host-a|LAB\\alice|cmd \\c dir", "host-a|LAB\\alice|cmd \\c dir", "dc1|∅|x y", "dc1|∅|∅");
    }

    @Test
    void onlyTheRestOfAnAnswerGoesUnread() {
        String answer = "{\"records\":[" + GOOD + "],\"more\":{\"a\":[1,\"}\"]},\"n\":1}";

        assertThat(lab.load("one.json", lines(answer)).bad()).isEmpty();
        assertThat(lab.load("two.json", lines(answer, answer)).bad())
                .singleElement()
                .asString()
                .isEqualTo("two.json:2: " + EventFormat.FOLLOWS);
    }

    @Test
    void textThatIsAnObjectIsReadAsOne() {
        lab.load(
                "defender.json",
                lines(
                        "{\"Timestamp\":\"2026-11-01T10:00:00Z\",\"DeviceName\":\"pc1\",\"ActionType\":\"DnsQueryResponse\","
                                + "\"AdditionalFields\":\"{\\\"DnsQueryString\\\":\\\"evil.example\\\"}\",\"ReportId\":1}"));

        assertThat(Rows.of(lab, "SELECT \"QueryName\", _remainder FROM store.dns_query"))
                .containsExactly("evil.example|{\"ActionType\":\"DnsQueryResponse\",\"ReportId\":1}");
    }

    @Test
    void objectsMayFillSeveralLines() {
        LoadReport report = lab.load(
                "pretty.json",
                lines(
                        "{",
                        "\"EventID\": 1, \"SourceName\": \"Microsoft-Windows-Sysmon\",",
                        "\"UtcTime\": \"2026-11-01 10:00:00\", \"Computer\": \"}{\\\"\"",
                        "}",
                        "{",
                        "\"EventID\": 2,",
                        "}"));

        assertThat(report.events()).isEqualTo(1);
        assertThat(report.bad()).singleElement().asString().startsWith("pretty.json:5: broken JSON");
    }

    @Test
    void cloudAuditIsKeptWithAllItsFields() {
        LoadReport report = lab.load(
                "purview.csv",
                lines(
                        "RecordId,CreationDate,RecordType,Operation,UserId,AuditData",
                        "1,2026-11-01T10:00:00.0000000Z,1,New-InboxRule,alice@lab.example,"
                                + "\"{\"\"Workload\"\":\"\"Exchange\"\",\"\"ClientIP\"\":\"\"203.0.113.7\"\",\"\"Parameters\"\":[1]}\""));

        assertThat(report.loaded()).containsEntry(EventKind.OTHER, 1L);
        assertThat(Rows.of(
                        lab,
                        "SELECT \"User\", _source, _remainder::JSON->>'Workload', _remainder::JSON->>'Parameters'"
                                + " FROM store.other"))
                .containsExactly("alice@lab.example|m365/audit|Exchange|[1]");
    }

    @Test
    void mailIsKnownWithoutItsTablesName() {
        lab.load(
                "mail.csv",
                lines(
                        "Timestamp,NetworkMessageId,SenderFromAddress,SenderIPv4,RecipientEmailAddress,Subject,DeliveryAction",
                        "2026-11-01T10:00:00Z,n-1,a@evil.example,203.0.113.7,bob@lab.example,Invoice,Delivered"));

        assertThat(Rows.of(lab, "SELECT sender, recipient, subject, sender_ip, action FROM store.email"))
                .containsExactly("a@evil.example|bob@lab.example|Invoice|203.0.113.7|Delivered");
    }

    @Test
    void zstandardIsUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream zstd = new ZstdOutputStream(packed)) {
            zstd.write((GOOD + "\n" + GOOD).getBytes(UTF_8));
        }

        assertThat(lab.load("a.zst", new ByteArrayInputStream(packed.toByteArray()))
                        .events())
                .isEqualTo(2);
    }

    /** Signs outside the first plane take two units, of which a buffer may end in the middle. */
    @Test
    void utf16IsReadInBothOrders() {
        String text = IntStream.range(0, 100)
                .mapToObj(i -> Records.sysmonProcess(
                        "2026-11-01 10:00:00.123", "host-a", "LAB\\alice", "cmd " + "\uD83E\uDD85".repeat(i)))
                .collect(Collectors.joining("\n", "\uFEFF", "\nbroken\n"));

        LoadReport little = lab.load("little", new ByteArrayInputStream(text.getBytes(UTF_16LE)));
        LoadReport big = lab.load("big", new ByteArrayInputStream(text.getBytes(UTF_16BE)));

        assertThat(little.events()).isEqualTo(100).isEqualTo(big.events());
        assertThat(little.bad()).singleElement().asString().startsWith("little:101: ");
        assertThat(Rows.of(
                        lab,
                        "SELECT count(*), count(DISTINCT \"CommandLine\"), max(length(\"CommandLine\")) FROM"
                                + " store.process_creation WHERE rtrim(\"CommandLine\", '\uD83E\uDD85') = 'cmd '"))
                .containsExactly("200|100|103");
    }

    @Test
    void parquetIsReadByRow() throws SQLException {
        Path file = folder.resolve("it's.parquet");
        try (Connection maker = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = maker.createStatement()) {
            statement.execute("COPY (SELECT TIMESTAMP '2026-11-01 10:00:00' AS TimeGenerated, 'dc1' AS Computer,"
                    + " 4688 AS EventID, 'Security' AS Channel, 'x ' || i AS CommandLine, NULL AS Nothing,"
                    + " {'a': [1]} AS Nested FROM range(3000) t(i)) TO '"
                    + file.toString().replace("'", "''")
                    + "' (FORMAT parquet)");
        }

        assertThat(lab.load(file).events()).isEqualTo(3000);
        assertThat(Rows.of(
                        lab, "SELECT \"EventTime\", \"CommandLine\", _remainder FROM store.process_creation LIMIT 1"))
                .containsExactly(
                        "2026-11-01 10:00:00.0|x 0|{\"EventID\":4688,\"Channel\":\"Security\",\"Nested.a\":[1]}");
    }

    @Test
    void foldersAreReadInOrderAndLinksOutAreNot() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("events/b"));
        Path outside = Files.writeString(folder.resolve("secret.jsonl"), GOOD);
        Files.writeString(inner.resolve("2.jsonl"), GOOD);
        Files.writeString(folder.resolve("events/a.jsonl"), GOOD);
        Files.writeString(folder.resolve("events/.hidden"), GOOD);
        Files.createSymbolicLink(folder.resolve("events/link.jsonl"), outside);
        Files.createSymbolicLink(inner.resolve("up"), folder);

        assertThat(Lab.filesIn(folder.resolve("events")))
                .containsExactly(folder.resolve("events/a.jsonl"), inner.resolve("2.jsonl"));
        assertThat(Lab.filesIn(outside)).containsExactly(outside);
    }

    @Test
    void coverageIsByKindHostAndHour() {
        lab.load(
                "a",
                lines(
                        GOOD,
                        Records.sysmonProcess("2026-11-01 10:59:59", "HOST-A", "u", "c"),
                        Records.sysmonProcess("2026-11-01 11:00:00", "host-b", "u", "c")));

        assertThat(lab.hourly().stream().map(h -> h.kind() + " " + h.host() + " " + h.hour() + " " + h.events()))
                .containsExactly(
                        "PROCESS_CREATION host-a 2026-11-01T10:00:00Z 2",
                        "PROCESS_CREATION host-b 2026-11-01T11:00:00Z 1");
    }

    @Test
    void manyThreadsGiveTheSameTables() {
        String text = IntStream.range(0, 20_000)
                .mapToObj(i ->
                        i % 1000 == 7 ? "{" : Records.sysmonProcess("2026-11-01 10:00:00", "h" + i % 9, "u", "c" + i))
                .collect(Collectors.joining("\n"));
        try (Lab one = Lab.inMemory(new LabLimits(1024, 1, LabLimits.DEFAULT.statement()));
                Lab four = Lab.inMemory(new LabLimits(1024, 4, LabLimits.DEFAULT.statement()))) {
            assertThat(four.load("a", lines(text))).isEqualTo(one.load("a", lines(text)));
            String hash = "SELECT hash(list(t)) FROM (FROM store.process_creation) t";
            assertThat(Rows.of(four, hash)).isEqualTo(Rows.of(one, hash));
        }
    }
}
