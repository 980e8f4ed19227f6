package dev.harrier.article;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the short lines above an article's first paragraph: who published it, when and where. Bold and italic marks mean nothing, but
 * an address counts only when it is marked as a byline or stands among bylines: alone it may be an indicator. Used by one thread.
 */
final class Bylines {
    private static final int LONGEST = 400;
    private static final Pattern MARKS = Pattern.compile("\\*\\*|__|^[*_<]+|[*_>]+$|(?<=\\w)_(?=\\W)");
    private static final Set<String> NAMES =
            Set.of("source", "published", "article", "date", "url", "publisher", "posted", "link", "original");
    private static final Set<String> PLAIN_NAMES = Set.of("source", "published", "date", "publisher", "posted");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\((https?://[^)\\s]+)\\)");
    private static final Pattern PUBLISHER = Pattern.compile(
            "\\b(?:research|researchers|labs?|team|security|threat|intelligence|networks|cert|csirt|unit|group|center|centre|inc|ltd|gmbh|corporation|systems|technologies)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OFFICE = Pattern.compile(
            "(?i)^(?:an? |the )?[\\w ]{0,40}\\b(?:CEO|CTO|CISO|VP|director|head|lead|researcher|analyst|engineer|"
                    + "manager|president|founder)\\b[\\w ]{0,40}?\\b(?:of|at|for|with)\\b");

    private final Facts facts;
    private boolean amongBylines;

    Bylines(Facts facts) {
        this.facts = facts;
    }

    /** Whether a line, without its blanks, is a byline; if so its fact is taken. */
    boolean read(String line) {
        amongBylines = line.length() <= LONGEST && isByline(line);
        return amongBylines;
    }

    private boolean isByline(String line) {
        String words = MARKS.matcher(line).replaceAll("").strip();
        boolean marked = !line.isEmpty() && "*_<".indexOf(line.charAt(0)) >= 0 && words.length() < line.length();
        return named(words, marked) || date(words) || address(words, marked) || author(words);
    }

    private boolean named(String words, boolean marked) {
        int colon = words.indexOf(':');
        String name = colon < 0 ? "" : words.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (!(marked ? NAMES : PLAIN_NAMES).contains(name)) {
            return false;
        }
        String value = words.substring(colon + 1).strip();
        Matcher link = LINK.matcher(value);
        if (link.find()) {
            facts.named(name, link.group(1));
            facts.url(link.group(2));
        } else if (value.startsWith("http")) {
            facts.url(value);
        } else {
            facts.named(name, value);
        }
        return true;
    }

    private boolean date(String words) {
        boolean date = Dates.alone(words).isPresent();
        if (date) {
            facts.published(words);
        }
        return date;
    }

    private boolean address(String words, boolean marked) {
        boolean address = (marked || amongBylines)
                && (words.startsWith("https://") || words.startsWith("http://"))
                && words.indexOf(' ') < 0;
        if (address) {
            facts.url(words);
        }
        return address;
    }

    private boolean author(String words) {
        if (!(words.startsWith("By ") || words.startsWith("by ")) || words.length() > 200) {
            return false;
        }
        int comma = words.lastIndexOf(',');
        publisher(words.substring(comma < 0 ? words.length() : comma + 1).strip())
                .ifPresent(facts::source);
        String last = words.substring(words.length() - 1);
        return comma > 0 || !".!?:".contains(last);
    }

    /** {@code Fennmark Threat Research}, {@code CEO of Intel 471}; not another author. */
    private static Optional<String> publisher(String words) {
        String plain = words.replaceAll("[.]$", "");
        Matcher office = OFFICE.matcher(plain);
        if (office.find()) {
            return Optional.of(plain.substring(office.end()).strip()).filter(name -> !name.isEmpty());
        }
        boolean person = plain.startsWith("and ") || plain.startsWith("& ");
        return !person && PUBLISHER.matcher(plain).find() ? Optional.of(plain) : Optional.empty();
    }
}
