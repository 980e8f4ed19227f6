package dev.harrier.splunk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dialect.Translation;
import dev.harrier.hunt.EventKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What SPL means, told by running it over three processes and what they connect to. */
class TranslatorTest {
    private static final String TSTATS =
            "| tstats summariesonly=false fillnull_value=\"unknown\" count from datamodel=Endpoint.Processes where ";
    private static final String BY_NAME = " by Processes.process_name";
    private static final String SYSMON =
            "search source=\"XmlWinEventLog:Microsoft-Windows-Sysmon/Operational\" EventCode=";

    private Lab lab;

    @BeforeEach
    void fill() throws SQLException {
        lab = new Lab();
        lab.add(
                EventKind.PROCESS_CREATION,
                Map.of(
                        "Image",
                        "C:\\Tools\\A.exe",
                        "CommandLine",
                        "a.exe 100% [x] \"q\"",
                        "User",
                        "eve",
                        "Computer",
                        "h1",
                        "ProcessId",
                        7L),
                10);
        lab.add(
                EventKind.PROCESS_CREATION,
                Map.of("Image", "C:\\tools\\b.exe", "CommandLine", "b.exe *", "Computer", "h2", "ProcessId", 12L),
                90_000);
        lab.add(EventKind.PROCESS_CREATION, Map.of("Image", "/usr/bin/c", "User", "bob", "Computer", "h2"), 90_001);
        lab.add(EventKind.NETWORK_CONNECTION, Map.of("DestinationIp", "10.1.2.3", "DestinationPort", 443L), 1);
        lab.add(EventKind.NETWORK_CONNECTION, Map.of("DestinationIp", "2001:db8::5", "DestinationPort", 8443L), 2);
        lab.add(EventKind.NETWORK_CONNECTION, Map.of("DestinationIp", "not an address"), 3);
    }

    @AfterEach
    void close() throws SQLException {
        lab.close();
    }

    private List<String> names(String where) throws SQLException {
        return column("process_name", TSTATS + where + BY_NAME + " | rename Processes.* as *");
    }

    private List<String> column(String name, String spl) throws SQLException {
        return lab.run(spl).stream().map(r -> r.get(name)).sorted().toList();
    }

    private List<String> processes(String rest) throws SQLException {
        return column("ProcessId", SYSMON + "1 | fillnull value=\"none\" ProcessId | " + rest);
    }

    private List<String> addresses(String condition) throws SQLException {
        return column("DestinationIp", SYSMON + "3 | where " + condition);
    }

    @Test
    void searchTermsIgnoreCaseAndKnowOneWildcard() throws SQLException {
        assertThat(names("Processes.process_path=\"c:\\\\TOOLS\\\\*\"")).containsExactly("A.exe", "b.exe");
        assertThat(names("Processes.process_path=\"c:\\\\tools\\\\?.exe\"")).isEmpty();
        assertThat(names("Processes.process=\"*100% [X] \\\"Q\\\"\"")).containsExactly("A.exe");
        assertThat(names("Processes.process_path=*b*n*")).containsExactly("c");
    }

    @Test
    void notIsTrueWhereTheFieldIsAbsentAndUnequalIsNot() throws SQLException {
        assertThat(names("NOT Processes.user=eve")).containsExactly("b.exe", "c");
        assertThat(names("Processes.user!=eve")).containsExactly("c");
        assertThat(names("Processes.user=*")).containsExactly("A.exe", "c");
    }

    @Test
    void searchEvaluatesOrBeforeAndWhereItIsTheOtherWayAbout() throws SQLException {
        assertThat(names("Processes.process_name=a.exe OR Processes.process_name=b.exe Processes.dest=h2"))
                .containsExactly("b.exe");
        assertThat(processes(
                        "where Image=\"C:\\\\Tools\\\\A.exe\" OR Image=\"C:\\\\tools\\\\b.exe\" AND Computer=\"h2\""))
                .containsExactly("12", "7");
    }

    @Test
    void whereMindsCaseAndNulls() throws SQLException {
        assertThat(processes("where User==\"EVE\"")).isEmpty();
        assertThat(processes("where User==\"eve\"")).containsExactly("7");
        assertThat(processes("where NOT User==\"eve\"")).containsExactly("none");
        assertThat(processes("where isnull(User)")).containsExactly("12");
        assertThat(processes("where like(Image,\"C:%s_A.exe\")")).containsExactly("7");
        assertThat(processes("where match(Image,\"(?i)^c:\\\\\\\\tools\")")).containsExactly("12", "7");
        assertThat(processes("where ProcessId > 9")).containsExactly("12");
        assertThat(processes("where lower(Image)=\"c:\\\\tools\\\\a.exe\"")).containsExactly("7");
    }

    @Test
    void subnetsHoldAddressesOfTheirFamily() throws SQLException {
        assertThat(addresses("cidrmatch(\"10.0.0.0/8\",DestinationIp)")).containsExactly("10.1.2.3");
        assertThat(addresses("cidrmatch(\"10.1.2.4/31\",DestinationIp)")).isEmpty();
        assertThat(addresses("cidrmatch(\"2001:db8::/32\",DestinationIp)")).containsExactly("2001:db8::5");
        assertThat(addresses("NOT cidrmatch(\"0.0.0.0/0\",DestinationIp)"))
                .containsExactly("2001:db8::5", "not an address");
        assertThat(column(
                        "All_Traffic.dest_ip",
                        "| tstats count from datamodel=Network_Traffic.All_Traffic where"
                                + " All_Traffic.dest_ip=\"10.1.0.0/16\" by All_Traffic.dest_ip"))
                .containsExactly("10.1.2.3");
    }

    @Test
    void tstatsDropsRowsWithoutAGroupUnlessTheyAreFilled() throws SQLException {
        String text = " count min(_time) as first from datamodel=Endpoint.Processes by _time span=1d Processes.user";
        assertThat(column("Processes.user", "| tstats" + text)).containsExactly("bob", "eve");
        assertThat(column("Processes.user", "| tstats fillnull_value=\"unknown\"" + text))
                .containsExactly("bob", "eve", "unknown");
        assertThat(column("_time", "| tstats" + text)).containsExactly("0.0", "86400.0");
    }

    @Test
    void statsAggregates() throws SQLException {
        List<Map<String, String>> rows = lab.run(
                SYSMON + "1 | stats count dc(Computer) as hosts values(Computer) as names"
                        + " sum(ProcessId) as total max(_time) as last count(eval(isnull(User))) as nobody by EventCode");
        assertThat(rows)
                .containsExactly(Map.of(
                        "EventCode",
                        "1",
                        "count",
                        "3",
                        "hosts",
                        "2",
                        "names",
                        "h1\nh2",
                        "total",
                        "19",
                        "last",
                        "90001.0",
                        "nobody",
                        "1"));
    }

    @Test
    void ordersAndCuts() throws SQLException {
        String sorted = SYSMON + "1 | sort -_time | head 2 | table _time Computer gone";
        assertThat(lab.run(sorted).stream().map(r -> r.get("_time"))).containsExactly("90001.0", "90000.0");
        assertThat(lab.run(sorted).get(0)).containsEntry("gone", null);
        assertThat(column("Computer", SYSMON + "1 | dedup Computer")).containsExactly("h1", "h2");
    }

    @Test
    void evalMakesFields() throws SQLException {
        Map<String, String> row = lab.run(SYSMON + "1 | where User=\"eve\" | eval a=ProcessId+1, b=a.\"-\".User,"
                        + " c=case(a<5,\"low\",a<50,\"mid\"), d=if(isnull(gone),\"none\",gone), day=strftime(_time,\"%Y-%m-%d\")"
                        + " | fields - _time Image CommandLine")
                .get(0);
        assertThat(row)
                .containsEntry("b", "8-eve")
                .containsEntry("c", "mid")
                .containsEntry("d", "none")
                .containsEntry("day", "1970-01-01")
                .doesNotContainKeys("_time", "Image");
    }

    @Test
    void runsWhatOtherToolsWrite() throws SQLException {
        assertThat(lab.run(
                        "| tstats summariesonly=false allow_old_summaries=true fillnull_value=\"null\" count min(_time) as"
                                + " firstTime from datamodel=Endpoint.Processes where Processes.process_path=\"*\\\\a.exe\" by"
                                + " Processes.user | `drop_dm_object_name(Processes)` | convert timeformat=\"%Y-%m-%dT%H:%M:%S\""
                                + " ctime(firstTime) "))
                .containsExactly(Map.of("user", "eve", "count", "1", "firstTime", "1970-01-01T00:00:10"));
    }

    @Test
    void saysWhatAndWhereWhenItDoesNotUnderstand() {
        assertThat(unsupported("| tstats count from datamodel=Endpoint.Processes\n| transaction host"))
                .isEqualTo(new Translation.Unsupported("transaction is not in the translated subset", 2, 3));
        assertThat(unsupported(SYSMON + "1 | where match(Image,\"(?=x)\")").reason())
                .contains("DuckDB");
        assertThat(unsupported("| tstats count from datamodel=Nothing.Here").reason())
                .contains("not mapped");
        assertThat(unsupported("error OR fail").reason()).contains("no known raw source");
        assertThat(unsupported("| tstats count from datamodel=Endpoint.Processes where evil by Processes.dest")
                        .reason())
                .contains("words in the raw event");
        assertThat(unsupported("| where \"").reason()).contains("never closed");
        assertThat(unsupported("").line()).isEqualTo(1);
    }

    private static Translation.Unsupported unsupported(String spl) {
        return (Translation.Unsupported) Hunts.SPL.translate(spl);
    }
}
