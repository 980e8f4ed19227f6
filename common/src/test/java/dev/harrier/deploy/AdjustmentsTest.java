package dev.harrier.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.hunt.HuntId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What users set to their own taste stays; what Harrier itself sent before does not. */
class AdjustmentsTest {
    private static final HuntId HUNT = HuntId.derived("adjustments");
    private static final List<String> REMEMBERED = List.of("cron");
    private static final SortedMap<String, String> QUERY = map("query", "q1");

    @Test
    void aUsersScheduleStaysAndIsShown() {
        assertThat(change(wanted("1 * * * *", true), remote("1 * * * *", "0 6 * * *", true, true)))
                .isInstanceOfSatisfying(Change.Adjusted.class, kept -> {
                    assertThat(kept.own()).containsExactly(new FieldChange("cron", "0 6 * * *", "1 * * * *"));
                    assertThat(kept.writes()).isFalse();
                });
    }

    @Test
    void aScheduleThatWeSentOnceFollowsOurs() {
        assertThat(change(wanted("2 * * * *", true), remote("1 * * * *", "1 * * * *", true, true)))
                .isInstanceOf(Change.Update.class);
    }

    @Test
    void aScheduleThatIsGoneIsNobodysTaste() {
        assertThat(change(wanted("1 * * * *", true), remote("1 * * * *", "", true, true)))
                .isInstanceOf(Change.Update.class);
    }

    @Test
    void whatAUserSwitchedOffStaysOffAndWhatWeDidIsSwitchedOn() {
        assertThat(change(wanted("1 * * * *", true), remote("1 * * * *", "1 * * * *", true, false)))
                .isInstanceOf(Change.Adjusted.class);
        assertThat(change(wanted("1 * * * *", true), remote("1 * * * *", "1 * * * *", false, false)))
                .isInstanceOf(Change.Enable.class);
    }

    @Test
    void anUpdateKeepsWhatIsTheUsers() {
        WantedObject wanted = new WantedObject(HUNT, "hunt", map("query", "q2"), true, map("cron", "1 * * * *"), 2);
        RemoteObject remote = remote("1 * * * *", "0 6 * * *", true, false);

        assertThat(change(wanted, remote)).isInstanceOf(Change.Update.class);
        WantedObject kept = Adjustments.kept(wanted, remote);
        assertThat(kept.enabled()).isFalse();
        assertThat(kept.settings()).containsEntry("cron", "0 6 * * *");
        assertThat(kept.fields()).containsEntry("query", "q2");
    }

    /** A later version manages more fields; what an earlier one wrote is brought up to date once, not reported as edited. */
    @Test
    void moreManagedFieldsAreNoEdit() {
        SortedMap<String, String> now = new TreeMap<>(Map.of("query", "q1", "severity", "3"));
        Marker old = new Marker("soc", HUNT, Fingerprint.of(QUERY), 1, Sent.NOTHING);
        RemoteObject remote = new RemoteObject("hunt", Optional.of(old), now, true, new TreeMap<>(), QUERY);
        WantedObject wanted = new WantedObject(HUNT, "hunt", now, true, new TreeMap<>(), 2);

        assertThat(remote.edited()).isFalse();
        assertThat(change(wanted, remote)).isInstanceOf(Change.Update.class);
        SortedMap<String, String> differs = new TreeMap<>(Map.of("query", "q1", "severity", "1"));
        assertThat(change(wanted, new RemoteObject("hunt", Optional.of(old), differs, true, new TreeMap<>(), QUERY)))
                .isInstanceOf(Change.Update.class);
        SortedMap<String, String> edited = map("query", "by hand");
        assertThat(change(wanted, new RemoteObject("hunt", Optional.of(old), now, true, new TreeMap<>(), edited)))
                .as("an edit to what was managed then")
                .isInstanceOf(Change.Update.class);
        assertThat(change(wanted, new RemoteObject("hunt", Optional.of(old), differs, true, new TreeMap<>(), edited)))
                .isInstanceOf(Change.Drifted.class);
    }

    @Test
    void aRetitledHuntKeepsItsObject() {
        WantedObject renamed = new WantedObject(HUNT, "another name", QUERY, true, map("cron", "1 * * * *"), 2);
        RemoteObject there = remote("1 * * * *", "1 * * * *", true, true);

        assertThat(change(renamed, there)).isInstanceOf(Change.Keep.class);
        RemoteObject foreign = new RemoteObject("another name", Optional.empty(), QUERY, true);
        assertThat(Plan.between("soc", List.of(renamed), List.of(there, foreign), false)
                        .changes())
                .singleElement()
                .isInstanceOf(Change.Foreign.class);
        assertThat(Plan.between("other", List.of(renamed), List.of(there), false)
                        .changes())
                .singleElement()
                .isInstanceOf(Change.Create.class);
    }

    @Test
    void aLongMarkerReadsBack() {
        Marker marker = new Marker(
                "soc",
                HUNT,
                Fingerprint.of("q"),
                2,
                Sent.of(Map.of("cron", "1 * * * *")).with("enabled", "1"));

        assertThat(Marker.in("text " + marker.text() + ". More")).contains(marker);
        assertThat(Marker.in(new Marker("soc", HUNT, Fingerprint.of("q"), 7, Sent.NOTHING).text()))
                .hasValueSatisfying(read -> assertThat(read.version()).isEqualTo(7));
    }

    private static Change change(WantedObject wanted, RemoteObject remote) {
        return Plan.between("soc", List.of(wanted), List.of(remote), false)
                .changes()
                .get(0);
    }

    private static WantedObject wanted(String cron, boolean enabled) {
        return new WantedObject(HUNT, "hunt", QUERY, enabled, map("cron", cron), 2);
    }

    /** Sent with a schedule, and on or off; now with another. */
    private static RemoteObject remote(String cronSent, String cron, boolean enabledSent, boolean enabled) {
        Sent sent = Adjustments.sent(wanted(cronSent, enabledSent), REMEMBERED);
        Marker marker = new Marker("soc", HUNT, Fingerprint.of(QUERY), 2, sent);
        return new RemoteObject("hunt", Optional.of(marker), QUERY, enabled, map("cron", cron), QUERY);
    }

    private static SortedMap<String, String> map(String key, String value) {
        return new TreeMap<>(Map.of(key, value));
    }
}
