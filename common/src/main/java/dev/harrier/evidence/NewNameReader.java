package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isAlphanumeric;

import dev.harrier.article.Article;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the names that an article itself gives to actors and malware which no catalogue knows yet: {@code we track it as X}, {@code a
 * loader dubbed X}. A name is taken only right behind such words, when it is capitalised, and when a noun near by says what bears it.
 * Looks a bounded distance around each cue.
 */
final class NewNameReader {
    private static final int BEFORE = 140;
    private static final int AFTER = 120;
    private static final String OPENING = "[\\s]*(?:\\*{1,3}|_{1,2}|[\"`'\u201c\u2018])*";
    private static final Pattern NAMING =
            Pattern.compile("(?:(?:dubbed|named|called)(?: as)?|known as|calls? itself|calling itself|"
                    + "track(?:ed|s|ing)?(?: (?:it|them|him|this|the|these|their|its|activity|actor|actors|group|cluster|malware|family|"
                    + "threat|operators|by|internally|Microsoft|Mandiant|Proofpoint)){0,5} as|call)" + OPENING);
    private static final String DESIGNATOR =
            "(?:UNC\\d{3,5}|Storm-\\d{4}|DEV-\\d{4}|TA\\d{3,4}|TAG-\\d{2,3}|APT-C-\\d{2}|APT[- ]?\\d{1,3}|FIN\\d{1,2}|UAC-\\d{4}|CL-[A-Z]{3}-\\d{4})";
    private static final Pattern DESIGNATORS =
            Pattern.compile("(" + DESIGNATOR + ")(?![\\w-])(?:(?:/|, | and | or | aka )(?=" + DESIGNATOR + "))?");
    private static final Pattern NAME =
            Pattern.compile("([A-Z][A-Za-z0-9-]+(?: [A-Z][A-Za-z0-9-]*[a-zA-Z0-9]){0,2})(?![\\w@/\\\\]|\\.\\w)");
    private static final Pattern NOUN = Pattern.compile(
            "\\b(?:(?<malware>ransomware|malware|backdoor|loader|trojan|stealer|infostealer"
                    + "|implant|botnet|wiper|rat|dropper|downloader|keylogger|rootkit|spyware|webshell|worm|cryptominer)"
                    + "|(?<actor>group|actor|actors|gang|cluster|crew|collective|operators|adversary|hackers|threat actor)"
                    + "|(?<other>packer|packers|crypter|vulnerability|vulnerabilities|flaw|bug|campaign|campaigns|technique|method|exploit|attack|attacks|operation|file|"
                    + "files|function|domain|service|task|folder|directory|mutex|process|parameter|command|company|product|module|plugin|library|"
                    + "script|user|account|channel|forum|marketplace|team|page|website|server|package|packages|tool|class|variable|value|key))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_NAMES = Set.of(
            "the",
            "a",
            "an",
            "operation",
            "campaign",
            "project",
            "cve",
            "mitre",
            "windows",
            "microsoft",
            "google",
            "internet",
            "advanced",
            "remote",
            "command",
            "malware",
            "ransomware",
            "it",
            "this",
            "our",
            "domain",
            "dll",
            "active",
            "linux",
            "business",
            "living",
            "powershell",
            "mr",
            "software",
            "threat",
            "access",
            "initial");

    private final Article article;
    private final RefangedText text;
    private final Predicate<String> known;
    private final Set<String> seen = new HashSet<>();
    private final List<NamedThreat> found = new ArrayList<>();

    private NewNameReader(Article article, RefangedText text, Predicate<String> known) {
        this.article = article;
        this.text = text;
        this.known = known;
    }

    /** The names behind the cues, without those that are known. */
    static List<NamedThreat> read(Article article, RefangedText text, Findings findings, Predicate<String> known) {
        NewNameReader reader = new NewNameReader(article, text, known);
        for (int at : findings.placesOf(Cue.NAMES)) {
            reader.cue(at);
        }
        return reader.found;
    }

    private void cue(int at) {
        String after = text.between(at, Math.min(text.length, at + AFTER));
        Matcher naming = NAMING.matcher(after);
        if (!naming.lookingAt() || (after.startsWith("call ") && !text.matches(at - 3, "we "))) {
            return;
        }
        int start = at + naming.end();
        boolean direct = after.startsWith("dubbed") || after.startsWith("track") || after.contains("itself");
        if (!designators(after, naming.end(), at)) {
            Matcher name = NAME.matcher(after).region(naming.end(), after.length());
            name.useTransparentBounds(true);
            if (name.lookingAt() && fits(name.group(1))) {
                kind(after.startsWith("track") ? start : at, after.substring(name.end()), direct)
                        .ifPresent(kind -> add(kind, name.group(1), start));
            }
        }
    }

    private boolean designators(String after, int from, int at) {
        Matcher designator = DESIGNATORS.matcher(after);
        int next = from;
        while (designator.region(next, after.length()).lookingAt()) {
            add(NamedThreat.Kind.ACTOR, designator.group(1), at + next);
            next = designator.end();
        }
        return next > from;
    }

    private static boolean fits(String name) {
        String first = name.split("[ -]", 2)[0].toLowerCase(Locale.ROOT);
        return name.length() >= 4 && !NO_NAMES.contains(first);
    }

    /** What the nearest noun says: the one right behind the name, else the last one before the cue. Two sentences back is too far. */
    private Optional<NamedThreat.Kind> kind(int cue, String behind, boolean direct) {
        Matcher next = NOUN.matcher(behind.substring(0, Math.min(24, behind.length())));
        if (direct && next.find() && behind.substring(0, next.start()).isBlank()) {
            return kindOf(next);
        }
        int from = Math.max(0, cue - BEFORE);
        Matcher noun = NOUN.matcher(text.between(from, cue));
        Optional<NamedThreat.Kind> kind = Optional.empty();
        int end = 0;
        while (noun.find()) {
            kind = kindOf(noun);
            end = from + noun.end();
        }
        return near(end, cue, direct) ? kind : Optional.empty();
    }

    private boolean near(int nounEnd, int cue, boolean direct) {
        String between = text.between(nounEnd, cue);
        return (direct || text.matches(cue - 3, "we "))
                ? !between.contains("\n\n")
                : between.matches("(?: (?:family|is|was|that is|strain|variant))?[ ,]{1,2}");
    }

    private static Optional<NamedThreat.Kind> kindOf(Matcher noun) {
        if (noun.group("malware") != null) {
            return Optional.of(NamedThreat.Kind.MALWARE);
        }
        return noun.group("actor") != null ? Optional.of(NamedThreat.Kind.ACTOR) : Optional.empty();
    }

    private void add(NamedThreat.Kind kind, String name, int start) {
        int end = start + name.length();
        boolean whole = !isAlphanumeric(text.at(start - 1)) && !isAlphanumeric(text.at(end));
        if (whole && !known.test(name) && seen.add(name.toLowerCase(Locale.ROOT))) {
            Quote quote = Quote.of(article, text.original(start), text.originalEnd(end));
            found.add(new NamedThreat(kind, name, Optional.empty(), quote));
        }
    }
}
