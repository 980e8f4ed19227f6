package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.Entity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Wraps a query so that it counts. {@code dcount(x, 4)} is Kusto's most accurate estimate (its documentation names a relative
 * error of 0.2 % at level 4, small sets exact in practice); {@code count_distinct} is exact, but Azure Monitor caps what it holds.
 */
final class KqlCounting {
    private static final List<String> HOSTS = List.of("DeviceName", "Computer", "DvcHostname", "Dvc");
    /** A name and the column of its domain, in the order of preference. */
    private static final List<List<String>> USERS = List.of(
            List.of("AccountName", "AccountDomain"),
            List.of("InitiatingProcessAccountName", "InitiatingProcessAccountDomain"),
            List.of("SubjectUserName", "SubjectDomainName"),
            List.of("User", ""),
            List.of("TargetUsername", ""),
            List.of("ActorUsername", ""),
            List.of("SrcUsername", ""),
            List.of("SourceUserName", ""),
            List.of("SourceUser", ""),
            List.of("AccountUpn", ""),
            List.of("RecipientEmailAddress", ""));

    private KqlCounting() {}

    static String of(String text, boolean export) {
        return text
                + known(export)
                + "\n| summarize hits = count(), "
                + distinct()
                + " days = dcountif(bin(HarrierTime, 1d), isnotnull(HarrierTime), 4),"
                + " HarrierFirst = min(HarrierTime), HarrierLast = max(HarrierTime)"
                + "\n| project hits, hosts, users, days, "
                + seen();
    }

    /** The same as one row per UTC day, of a text that {@link #of} made; its column {@code day} is the day's first second. */
    static String byDay(String counting, boolean export) {
        String suffix = of("", export);
        if (!counting.endsWith(suffix)) {
            throw new IllegalArgumentException("not a counting text");
        }
        return counting.substring(0, counting.length() - suffix.length())
                + known(export)
                + "\n| summarize hits = count(), "
                + distinct()
                + " HarrierFirst = min(HarrierTime), HarrierLast = max(HarrierTime) by HarrierDay = bin(HarrierTime, 1d)"
                + "\n| project day = "
                + seconds("HarrierDay")
                + ", hits, hosts, users, days = 1, "
                + seen();
    }

    /** Those that match most. */
    static String top(String text, Entity entity, int most, boolean export) {
        String column = entity == Entity.HOST ? "HarrierHost" : "HarrierUser";
        return text
                + known(export)
                + "\n| where isnotempty(" + column + ")"
                + "\n| summarize hits = count() by entity = " + column
                + "\n| sort by hits desc, entity asc"
                + "\n| take " + most;
    }

    private static String known(boolean export) {
        String time = export ? either("Timestamp", "TimeGenerated") : either("TimeGenerated", "Timestamp");
        return "\n| extend HarrierHost = "
                + first(HOSTS.stream().map(KqlCounting::optional).toList())
                + ", HarrierUser = "
                + first(USERS.stream().map(KqlCounting::user).toList())
                + ", HarrierTime = "
                + time;
    }

    private static String distinct() {
        return "hosts = dcountif(HarrierHost, isnotempty(HarrierHost), 4),"
                + " users = dcountif(HarrierUser, isnotempty(HarrierUser), 4),";
    }

    private static String seen() {
        return "firstSeen = " + seconds("HarrierFirst") + ", lastSeen = " + seconds("HarrierLast");
    }

    private static String first(List<String> candidates) {
        return candidates.stream().collect(Collectors.joining(", ", "coalesce(", ")"));
    }

    private static String optional(String column) {
        return "column_ifexists(\"" + column + "\", \"\")";
    }

    /** With its domain, so that two accounts of one name count as two. */
    private static String user(List<String> columns) {
        String name = optional(columns.get(0));
        return columns.get(1).isEmpty()
                ? name
                : "iff(isempty(" + name + "), \"\", strcat(" + optional(columns.get(1)) + ", @\"\\\", " + name + "))";
    }

    private static String either(String first, String second) {
        return "column_ifexists(\"" + first + "\", column_ifexists(\"" + second + "\", datetime(null)))";
    }

    private static String seconds(String time) {
        return "datetime_diff(\"second\", " + time + ", datetime(1970-01-01))";
    }
}
