package dev.harrier.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as articles write them: ISO, {@code 2 Nov 2026}, {@code 2nd of November, 2026}, {@code November 2, 2026}. */
final class Dates {
    private static final int REACH = 80;
    /** No threat report is older; a page that says 1970 has lost its date. */
    private static final int EARLIEST = 1995;

    private static final String NAME = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:T[0-9:.+Z-]*)?");
    private static final Pattern DAY_FIRST = written(DAY + " (?:of )?" + NAME + ",? (\\d{4})");
    private static final Pattern MONTH_FIRST = written(NAME + " " + DAY + ",? (\\d{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern WORD = Pattern.compile("[^\\W\\d]+");
    private static final Set<String> BESIDE = Set.of(
            "published",
            "posted",
            "date",
            "released",
            "updated",
            "last",
            "on",
            "at",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
            "min",
            "mins",
            "minute",
            "minutes",
            "read",
            "am",
            "pm",
            "utc",
            "gmt",
            "est",
            "pst");

    private Dates() {}

    private static Pattern written(String words) {
        return Pattern.compile("\\b" + words + "\\b", Pattern.CASE_INSENSITIVE);
    }

    /** The first date in the first 80 characters; none when there is none, or no such day. */
    static Optional<LocalDate> first(String value) {
        String head = value.substring(0, Math.min(REACH, value.length()));
        Matcher iso = ISO.matcher(head);
        if (iso.find()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher day = DAY_FIRST.matcher(head);
        if (day.find()) {
            return date(day.group(3), month(day.group(2)), day.group(1));
        }
        Matcher month = MONTH_FIRST.matcher(head);
        return month.find() ? date(month.group(3), month(month.group(1)), month.group(2)) : Optional.empty();
    }

    /** The date of a line that says nothing else: a weekday, a time, "published on" and "5 min read" may stand beside it. */
    static Optional<LocalDate> alone(String line) {
        if (line.length() > REACH) {
            return Optional.empty();
        }
        String rest = line;
        for (Pattern form : List.of(ISO, DAY_FIRST, MONTH_FIRST)) {
            rest = form.matcher(rest).replaceAll(" ");
        }
        boolean nothingElse =
                WORD.matcher(rest.toLowerCase(Locale.ROOT)).results().allMatch(word -> BESIDE.contains(word.group()));
        return nothingElse ? first(line) : Optional.empty();
    }

    private static String month(String name) {
        return String.valueOf(MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) + 1);
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            LocalDate read = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return Optional.of(read).filter(date -> date.getYear() >= EARLIEST);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
