package dev.harrier.splunk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.hunt.EventKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountingTest {
    private static final long DAY = 86_400;

    @Test
    void countsEventsHostsUsersAndUtcDays() throws SQLException {
        for (String text : List.of(
                Hunts.text(EventKind.PROCESS_CREATION, Hunts.ends("Image", "\\a.exe"), Hunts.CIM),
                Hunts.text(EventKind.PROCESS_CREATION, Hunts.ends("Image", "\\a.exe"), Hunts.RAW))) {
            try (Lab lab = new Lab()) {
                lab.add(
                        EventKind.PROCESS_CREATION,
                        Map.of("Image", "C:\\A.EXE", "Computer", "h1", "User", "u1"),
                        DAY - 1);
                lab.add(EventKind.PROCESS_CREATION, Map.of("Image", "C:\\a.exe", "Computer", "h1", "User", "u2"), DAY);
                lab.add(EventKind.PROCESS_CREATION, Map.of("Image", "C:\\a.exe", "Computer", "h2"), DAY + 5);
                lab.add(EventKind.PROCESS_CREATION, Map.of("Image", "C:\\a.exe"), DAY + 6);
                lab.add(EventKind.PROCESS_CREATION, Map.of("Image", "C:\\b.exe", "Computer", "h3"), DAY + 7);
                Map<String, String> counts = lab.count(text);
                assertThat(counts.keySet()).containsExactly("hits", "hosts", "users", "days", "firstSeen", "lastSeen");
                assertThat(counts)
                        .containsEntry("hits", "4")
                        .containsEntry("hosts", "2")
                        .containsEntry("users", "2")
                        .containsEntry("days", "2")
                        .containsEntry("firstSeen", "86399.0")
                        .containsEntry("lastSeen", "86406.0");
            }
        }
    }

    @Test
    void answersWithOneRowOfZerosWhenNothingMatched() throws SQLException {
        try (Lab lab = new Lab()) {
            Map<String, String> counts =
                    lab.count(Hunts.text(EventKind.DNS_QUERY, Hunts.is("QueryName", "a.example"), Hunts.CIM));
            assertThat(counts)
                    .containsEntry("hits", "0")
                    .containsEntry("hosts", "0")
                    .containsEntry("users", "0")
                    .containsEntry("days", "0")
                    .containsEntry("firstSeen", null)
                    .containsEntry("lastSeen", null);
        }
    }

    @Test
    void takesTheHostFromTheColumnThatNamesItInEachDataset() throws SQLException {
        try (Lab lab = new Lab()) {
            lab.add(
                    EventKind.NETWORK_CONNECTION,
                    Map.of("Computer", "h", "DestinationHostname", "a", "DestinationPort", 443L),
                    1);
            lab.add(
                    EventKind.NETWORK_CONNECTION,
                    Map.of("Computer", "h", "DestinationHostname", "b", "DestinationPort", 443L),
                    2);
            lab.add(EventKind.DNS_QUERY, Map.of("Computer", "h", "QueryName", "x.example"), 1);
            lab.add(EventKind.LOGON, Map.of("Computer", "h", "TargetUserName", "t", "User", "s", "EventID", 4624L), 1);
            assertThat(lab.count(Hunts.text(
                            EventKind.NETWORK_CONNECTION,
                            Hunts.test(
                                    "DestinationPort",
                                    new dev.harrier.hunt.FieldTest.Compare(
                                            dev.harrier.hunt.FieldTest.Compare.Order.EQUAL, 443)),
                            Hunts.CIM)))
                    .containsEntry("hits", "2")
                    .containsEntry("hosts", "1");
            assertThat(lab.count(Hunts.text(EventKind.DNS_QUERY, Hunts.contains("QueryName", "example"), Hunts.CIM)))
                    .containsEntry("hosts", "1")
                    .containsEntry("users", "0");
            assertThat(lab.count(Hunts.text(EventKind.LOGON, Hunts.is("TargetUserName", "T"), Hunts.CIM)))
                    .containsEntry("hosts", "1")
                    .containsEntry("users", "1");
        }
    }

    @Test
    void leavesTheTextUntouched() {
        String text = "| tstats count from datamodel=Endpoint.Processes by Processes.dest";
        assertThat(Hunts.SPL.counting(text, Hunts.CIM)).startsWith(text + "\n| stats ");
    }
}
