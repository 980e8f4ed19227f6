package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isAlphanumeric;

import dev.harrier.article.Article;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the names of actors, malware and tools: whole words, longest first. Names that are common words, or short, must be written as
 * the catalogue writes them, and the common ones need a word like {@code ransomware} or {@code group} beside them. Immutable.
 */
final class ThreatNameReader {
    private static final Set<String> COMMON = FactFile.words("common-words.txt");
    private static final Set<String> BESIDE = Set.of(
            "ransomware",
            "malware",
            "group",
            "actor",
            "actors",
            "gang",
            "trojan",
            "backdoor",
            "botnet",
            "rat",
            "stealer",
            "loader",
            "apt",
            "framework",
            "tool",
            "family",
            "operators",
            "affiliates",
            "campaign",
            "implant",
            "variant");

    private record Name(ThreatName threat, String words, boolean exact, boolean common) {}

    private final Map<String, List<Name>> byFirstWord = new HashMap<>();

    ThreatNameReader(Collection<ThreatName> threats) {
        for (ThreatName threat : threats) {
            put(threat, threat.name());
            threat.aliases().forEach(alias -> put(threat, alias));
        }
        byFirstWord
                .values()
                .forEach(names -> names.sort(
                        Comparator.comparingInt((Name n) -> -n.words().length())
                                .thenComparing(Name::words)
                                .thenComparing(n -> n.threat().name())));
    }

    private void put(ThreatName threat, String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        boolean single = lower.indexOf(' ') < 0;
        boolean common = single && (COMMON.contains(lower) || lower.length() <= 2);
        boolean exact = common || (single && lower.length() <= 4);
        if (lower.length() >= 2) {
            List<Name> names = byFirstWord.computeIfAbsent(firstWord(lower), k -> new ArrayList<>());
            names.add(new Name(threat, words, exact, common));
        }
    }

    private static String firstWord(String lower) {
        int end = 0;
        while (end < lower.length() && isAlphanumeric(lower.charAt(end))) {
            end++;
        }
        return lower.substring(0, Math.max(1, end));
    }

    /** Whether the catalogue has these words as a name, or as the beginning of one: {@code Cozy Bear}, {@code Conti ransomware}. */
    boolean knows(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return byFirstWord.getOrDefault(firstWord(lower), List.of()).stream()
                .map(name -> name.words().toLowerCase(Locale.ROOT))
                .anyMatch(name -> lower.equals(name) || lower.startsWith(name + " "));
    }

    /** Gives out every place of every name, in text order. */
    void read(Article article, Consumer<NamedThreat> found) {
        String text = article.text();
        int i = 0;
        while (i < text.length() && !byFirstWord.isEmpty()) {
            int end = wordEnd(text, i);
            Optional<Name> name = end > i ? at(text, i, end) : Optional.empty();
            if (name.isPresent()) {
                end = i + name.get().words().length();
                found.accept(named(article, name.get().threat(), i, end));
            }
            i = Math.max(i + 1, end);
        }
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isAlphanumeric(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static NamedThreat named(Article article, ThreatName threat, int start, int end) {
        Optional<String> id = threat.attackId().isEmpty() ? Optional.empty() : Optional.of(threat.attackId());
        return new NamedThreat(threat.kind(), threat.name(), id, Quote.of(article, start, end));
    }

    private Optional<Name> at(String text, int start, int wordEnd) {
        if (wordEnd - start > 40) {
            return Optional.empty();
        }
        List<Name> names = byFirstWord.get(text.substring(start, wordEnd).toLowerCase(Locale.ROOT));
        return names == null
                ? Optional.empty()
                : names.stream().filter(name -> fits(text, start, name)).findFirst();
    }

    private static boolean fits(String text, int start, Name name) {
        int end = start + name.words().length();
        boolean same = text.regionMatches(
                !name.exact(), start, name.words(), 0, name.words().length());
        return same
                && !inside(text, start - 1)
                && !inside(text, end)
                && !isFile(text, end)
                && (!name.common() || hasWordBeside(text, start, end));
    }

    private static boolean inside(String text, int at) {
        return at >= 0
                && at < text.length()
                && (isAlphanumeric(text.charAt(at)) || "_/\\@".indexOf(text.charAt(at)) >= 0);
    }

    /** {@code net.exe}, {@code empire.example.com}: part of another name. */
    private static boolean isFile(String text, int end) {
        return end + 1 < text.length() && text.charAt(end) == '.' && Character.isLowerCase(text.charAt(end + 1));
    }

    private static boolean hasWordBeside(String text, int start, int end) {
        String after = text.substring(end, Math.min(text.length(), end + 24)).toLowerCase(Locale.ROOT);
        String before = text.substring(Math.max(0, start - 24), start).toLowerCase(Locale.ROOT);
        String[] next = after.strip().split("[^a-z]+", 3);
        String[] last = before.strip().split("[^a-z]+");
        boolean blank = after.startsWith(" ") || after.startsWith("-");
        return (blank && next.length > 0 && BESIDE.contains(next[0]))
                || (last.length > 0 && BESIDE.contains(last[last.length - 1]));
    }
}
