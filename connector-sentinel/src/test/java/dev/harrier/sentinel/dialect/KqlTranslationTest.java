package dev.harrier.sentinel.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Translation;
import dev.harrier.hunt.EventKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** KQL's documented meaning, on a handful of events. */
class KqlTranslationTest {
    private static final long DAY = 86_400_000_000L;

    private final KqlDialect dialect = new KqlDialect();
    private LabTables lab;

    @BeforeEach
    void fill() throws Exception {
        lab = new LabTables();
        lab.fill(
                EventKind.PROCESS_CREATION,
                List.of(
                        event(0, "h1", "CORP\\ann", "C:\\Windows\\cmd.exe", "cmd.exe /c Invoke-Mimikatz", 1L),
                        event(DAY, "h1", "CORP\\ann", "C:\\Windows\\CMD.EXE", "mimikatz_2", 2L),
                        event(DAY + 1_000_000, "h2", "LAB\\ann", "C:\\x\\net.exe", "net user, (x)", 3L),
                        Map.of("EventTime", 2 * DAY)));
        lab.fill(
                EventKind.NETWORK_CONNECTION,
                List.of(
                        Map.of("EventTime", 0L, "Computer", "h1", "ProcessId", 1L, "DestinationIp", "10.1.2.3"),
                        Map.of("EventTime", DAY, "Computer", "h2", "ProcessId", 9L, "DestinationIp", "2001:db8::5"),
                        Map.of("EventTime", DAY, "Computer", "h2", "ProcessId", 9L, "DestinationIp", "10.300.2.3")));
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    private static Map<String, Object> event(
            long time, String host, String user, String image, String command, long id) {
        return Map.of(
                "EventTime",
                time,
                "Computer",
                host,
                "User",
                user,
                "Image",
                image,
                "CommandLine",
                command,
                "ProcessId",
                id);
    }

    private List<List<String>> run(String kql) throws Exception {
        Translation translation = dialect.translate(kql);
        assertThat(translation).as(kql).isInstanceOf(Translation.Translated.class);
        return lab.query(((Translation.Translated) translation).sql());
    }

    private List<String> ids(String predicate) throws Exception {
        return run("DeviceProcessEvents | where " + predicate + " | order by ProcessId asc | project ProcessId")
                .stream()
                .map(r -> r.get(0))
                .toList();
    }

    @Test
    void stringOperatorsHaveTheirCaseAndTheirTerms() throws Exception {
        assertThat(ids("FileName == 'cmd.exe'")).containsExactly("1");
        assertThat(ids("FileName =~ 'cmd.exe'")).containsExactly("1", "2");
        assertThat(ids("FileName !~ 'cmd.exe'")).containsExactly("null", "3");
        assertThat(ids("FileName in ('cmd.exe', 'net.exe')")).containsExactly("1", "3");
        assertThat(ids("FileName in~ ('cmd.exe')")).containsExactly("1", "2");
        assertThat(ids("FileName !in~ ('cmd.exe')")).containsExactly("null", "3");
        assertThat(ids("ProcessCommandLine has 'mimikatz'")).containsExactly("1", "2");
        assertThat(ids("ProcessCommandLine has 'mimi'")).isEmpty();
        assertThat(ids("ProcessCommandLine hasprefix 'mimi'")).containsExactly("1", "2");
        assertThat(ids("ProcessCommandLine has_cs 'mimikatz'")).containsExactly("2");
        assertThat(ids("ProcessCommandLine contains 'imika'")).containsExactly("1", "2");
        assertThat(ids("ProcessCommandLine contains_cs 'Mimi'")).containsExactly("1");
        assertThat(ids("ProcessCommandLine startswith 'CMD'")).containsExactly("1");
        assertThat(ids("ProcessCommandLine endswith_cs ')'")).containsExactly("3");
        assertThat(ids("ProcessCommandLine has_any ('user', 'zzz')")).containsExactly("3");
        assertThat(ids("ProcessCommandLine has_all ('user', 'x')")).containsExactly("3");
        assertThat(ids("ProcessCommandLine matches regex @'^[a-z]+_\\d$'")).containsExactly("2");
        assertThat(ids("ProcessCommandLine matches regex @'(?i)MIMI'")).containsExactly("1", "2");
    }

    @Test
    void nullsAreKustos() throws Exception {
        assertThat(ids("ProcessId == 1")).containsExactly("1");
        assertThat(ids("ProcessId != 1")).containsExactly("null", "2", "3");
        assertThat(ids("not(ProcessId > 1)")).containsExactly("1");
        assertThat(ids("isnull(ProcessId) and isempty(FileName) and DeviceName == ''"))
                .containsExactly("null");
        assertThat(ids("ProcessId between (2 .. 3)")).containsExactly("2", "3");
    }

    @Test
    void addresses() throws Exception {
        String table = "DeviceNetworkEvents | where ";
        assertThat(run(table + "ipv4_is_in_range(RemoteIP, '10.0.0.0/8') | project RemoteIP"))
                .containsExactly(List.of("10.1.2.3"));
        assertThat(run(table + "ipv4_is_private(RemoteIP) | count")).containsExactly(List.of("1"));
        assertThat(run(table + "ipv6_is_in_range(RemoteIP, '2001:db8::/33') | count"))
                .containsExactly(List.of("1"));
        assertThat(run(table + "ipv6_is_in_range(RemoteIP, '2001:db8:8000::/33') | count"))
                .containsExactly(List.of("0"));
        assertThat(run(table + "not(coalesce(ipv4_is_in_range(RemoteIP, '10.1.2.3/32'), false)) | count"))
                .containsExactly(List.of("2"));
    }

    @Test
    void summaries() throws Exception {
        assertThat(
                        run(
                                "DeviceProcessEvents | summarize n=count(), hosts=dcountif(DeviceName, isnotempty(DeviceName)), "
                                        + "first=min(ProcessId), s=make_set(DeviceName) by day=bin(TimeGenerated, 1d) | order by day asc"))
                .extracting(r -> r.subList(1, 4))
                .containsExactly(List.of("1", "1", "1"), List.of("2", "2", "2"), List.of("1", "0", "null"));
        assertThat(
                        run(
                                "DeviceProcessEvents | summarize arg_max(ProcessId, DeviceName) | project ProcessId, DeviceName"))
                .containsExactly(List.of("3", "h2"));
        assertThat(run("DeviceProcessEvents | where false | summarize count(), max(ProcessId)"))
                .containsExactly(List.of("0", "null"));
        assertThat(run("DeviceProcessEvents | summarize count() by DeviceName | top 1 by count_ | project DeviceName"))
                .containsExactly(List.of("h1"));
    }

    @Test
    void joinsUnionsAndLets() throws Exception {
        assertThat(run("let hosts = DeviceNetworkEvents | where RemoteIP startswith '10.1' | project DeviceName;\n"
                        + "DeviceProcessEvents | join kind=inner (hosts) on DeviceName | summarize count()"))
                .containsExactly(List.of("2"));
        assertThat(run(
                        "DeviceProcessEvents | join kind=leftanti (DeviceNetworkEvents) on $left.ProcessId == $right.InitiatingProcessId"
                                + " | where isnotnull(ProcessId) | count"))
                .containsExactly(List.of("2"));
        assertThat(
                        run(
                                "union DeviceProcessEvents, (DeviceNetworkEvents | where InitiatingProcessId == 9) | summarize count(), dcount(RemoteIP)"))
                .containsExactly(List.of("6", "3"));
        assertThat(run(
                        "let names = dynamic(['CMD.EXE']); let n = 1; DeviceProcessEvents | where FileName in~ (names) and ProcessId > n"
                                + " | distinct FileName"))
                .containsExactly(List.of("CMD.EXE"));
    }

    @Test
    void scalars() throws Exception {
        assertThat(
                        run(
                                "DeviceProcessEvents | where ProcessId == 1 | project a = strcat(tolower('X'), '-', tostring(ProcessId)), "
                                        + "b = iff(ProcessId > 0, 'yes', 'no'), c = column_ifexists('Nope', 'default'), d = extract('([a-z]+)_?', 1, 'ab_1'), "
                                        + "e = TimeGenerated - datetime(1969-12-31) == 1d, f = substring('hello', 1, 2), g = tolong('12'), h = isnull(tolong('x'))"))
                .containsExactly(List.of("x-1", "yes", "default", "ab", "true", "el", "12", "true"));
    }

    @Test
    void countingGivesOneRow() throws Exception {
        Profile profile = dialect.defaultProfile();
        assertThat(run(dialect.counting(
                        "DeviceProcessEvents\n| project TimeGenerated, DeviceName, AccountDomain, AccountName // all",
                        profile)))
                .containsExactly(List.of("4", "2", "2", "3", "0", String.valueOf(2 * DAY / 1_000_000)));
        assertThat(run(dialect.counting("DeviceProcessEvents", profile)))
                .containsExactly(List.of("4", "2", "2", "3", "0", String.valueOf(2 * DAY / 1_000_000)));
        assertThat(run(dialect.counting("DeviceProcessEvents | where FileName == 'nothing'", profile)))
                .containsExactly(List.of("0", "0", "0", "0", "null", "null"));
        assertThat(run(dialect.counting("DeviceProcessEvents | summarize n=count() by DeviceName", profile)))
                .containsExactly(List.of("3", "2", "0", "0", "null", "null"));
    }

    @Test
    void whatIsOutsideSaysWhere() {
        assertThat(dialect.translate("DeviceProcessEvents\n| evaluate bag_unpack(x)"))
                .isEqualTo(
                        new Translation.Unsupported("the operator evaluate is outside the lab's subset of KQL", 2, 3));
        assertThat(place("DeviceProcessEvents\n| where AccountSid == 'x'")).isEqualTo(List.of(2, 9));
        assertThat(place("NoTable")).isEqualTo(List.of(1, 1));
        assertThat(place("DeviceProcessEvents | where FileName == ")).isEqualTo(List.of(1, 41));
        assertThat(place("DeviceProcessEvents | where FileName == 'x")).isEqualTo(List.of(1, 41));
        assertThat(place("DeviceProcessEvents; DeviceEvents")).isEqualTo(List.of(1, 22));
    }

    private List<Integer> place(String kql) {
        Translation translation = dialect.translate(kql);
        assertThat(translation).as(kql).isInstanceOf(Translation.Unsupported.class);
        Translation.Unsupported no = (Translation.Unsupported) translation;
        return List.of(no.line(), no.column());
    }
}
