package dev.harrier.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads names of packages, editor and browser extensions and container images, where a sentence says what they are: between quotation
 * marks beside the word, or behind a command that installs. One that is only used, or imitated, is dropped with that reason; one that
 * is said to be malicious itself is left to the judge. Looks at each stretch of text once. Used by one thread.
 */
final class PackageReader {
    private static final int REACH = 240;
    private static final String HARMFUL = "harmful";
    private static final Pattern QUOTED = Pattern.compile(
            "[`\"\u201c\u2018']{1,2}([@\\w][\\w@./:=+~-]{1,200})[`\"\u201d\u2019']{1,2}|(?<![\\w`])(@[a-z0-9][\\w.-]{0,60}/[a-z0-9][\\w.-]{1,80})"
                    + "|(?<=named |called |dubbed )([A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)+)|(?<![\\w`/])([a-p]{32})(?!\\w)");
    private static final Pattern JOINED = Pattern.compile("\\s?(?:,|and|or|&|, and|, or|/|\\((?:v?[\\d., ]{1,40})\\),?)\\s?(?:the )?");
    private static final Pattern INSTALL = Pattern.compile(
            "(?<![\\w./-])(?:(npm|pnpm|yarn|bun|pip3?|gem|cargo|go|dotnet|nuget|composer)\\s(?:install|i|add|get|require|download|exec)|(npx)"
                    + "|(code)\\s--install-extension|(docker|podman|nerdctl|crictl)\\s(?:pull|run|create))((?:\\s[^\\s`\"<>|;&]{1,200}){1,12})");
    private static final Pattern VALUED =
            Pattern.compile("-[evpuwhl]|--(?:name|env|volume|network|net|user|publish|entrypoint|mount|hostname|label|index-url|registry|version|platform)");

    private final RefangedText text;
    private final Findings findings;
    private int read;

    /** A name in a sentence. */
    private record Name(String value, int start, int end) {}

    PackageReader(RefangedText text, Findings findings) {
        this.text = text;
        this.findings = findings;
    }

    void read() {
        int[] packages = findings.placesOf(Cue.PACKAGE);
        int[] images = findings.placesOf(Cue.IMAGE);
        int p = 0;
        int i = 0;
        while (p < packages.length || i < images.length) {
            boolean first = i == images.length || (p < packages.length && packages[p] < images[i]);
            int at = first ? packages[p++] : images[i++];
            if (at >= read) {
                around(at);
            }
        }
    }

    private void around(int at) {
        int start = at;
        while (start > read && start > at - REACH && !isSentenceStart(start)) {
            start--;
        }
        int end = at;
        while (end < text.length && end < at + REACH && text.chars[end] != '\n' && !isSentenceStart(end + 1)) {
            end++;
        }
        read = Math.max(end, at + 1);
        sentence(text.between(start, end), start);
    }

    private boolean isSentenceStart(int at) {
        return text.at(at - 1) == '\n'
                || (text.at(at - 1) == ' ' && text.at(at - 2) == '.' && Characters.isUpper(text.at(at)));
    }

    private void sentence(String words, int offset) {
        installed(words, offset);
        boolean mayName = PackageWords.NAMED.matcher(words).find() || PackageWords.ECOSYSTEM.matcher(words).find();
        List<Name> chain = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(words);
        while (mayName && quoted.find()) {
            boolean joins = !chain.isEmpty()
                    && JOINED.matcher(words).region(chain.get(chain.size() - 1).end(), quoted.start()).matches();
            if (!joins) {
                chain(chain, words, offset);
                chain.clear();
            }
            chain.add(name(quoted));
        }
        chain(chain, words, offset);
    }

    private static Name name(Matcher quoted) {
        for (int group = 1; group <= quoted.groupCount(); group++) {
            if (quoted.group(group) != null) {
                return new Name(quoted.group(group), quoted.start(group), quoted.end());
            }
        }
        throw new IllegalStateException("a name without a group");
    }

    /** Names in a row, said to be packages by the word before the first or behind the last. */
    private void chain(List<Name> names, String words, int offset) {
        if (names.isEmpty()) {
            return;
        }
        int start = names.get(0).start();
        int end = names.get(names.size() - 1).end();
        int lead = start > 0 && "`\"\u201c\u2018'".indexOf(words.charAt(start - 1)) >= 0 ? start - 1 : start;
        String before = words.substring(Math.max(0, lead - 90), lead).replaceFirst("[`\"\u201c\u2018']$", "");
        Matcher noun = PackageWords.BEFORE.matcher(before);
        Matcher behind = PackageWords.BEHIND.matcher(words.substring(end));
        String lower = words.toLowerCase(Locale.ROOT);
        String word = (noun.find() ? noun.group(1) : behind.find() ? behind.group(1) : "").toLowerCase(Locale.ROOT);
        if (!word.isEmpty() && PackageWords.ECOSYSTEM.matcher(words).find()) {
            names.forEach(name -> add(name, word, lower, offset, reason(words, name.start(), name.end())));
        }
    }

    private void add(Name name, String noun, String lower, int offset, String reason) {
        int start = offset + name.start();
        Optional<IndicatorType> type = PackageName.typeOf(name.value(), noun, lower);
        boolean harmful = reason.equals(HARMFUL);
        if (harmful && type.isPresent()) {
            findings.harmful(start);
        }
        type.ifPresent(found ->
                findings.drop(found, name.value(), start, start + name.value().length(), harmful ? "" : reason));
    }

    /** Why a name is none to keep; {@link #HARMFUL} where the sentence calls it malicious; empty where it says nothing of the kind. */
    private String reason(String words, int start, int end) {
        String before = words.substring(0, start).replaceFirst("[`\"\u201c\u2018']+$", "");
        if (PackageWords.IMITATED.matcher(before.substring(Math.max(0, before.length() - 100))).find()) {
            return "benign: the package that is imitated";
        }
        boolean harmful = PackageWords.HARMFUL_BEFORE.matcher(before).find()
                || PackageWords.HARMFUL_BEHIND.matcher(words).region(end, words.length()).find();
        if (PackageWords.TO_READER.matcher(before.substring(Math.max(0, before.length() - 60))).find()) {
            return "benign: the reader is told to install or change it";
        }
        if (harmful) {
            return HARMFUL;
        }
        return Suspicion.of(words) ? "benign: used, and not said to be malicious itself" : "";
    }

    private void installed(String words, int offset) {
        Matcher install = INSTALL.matcher(words);
        while (install.find()) {
            boolean image = install.group(4) != null;
            String noun = image ? "image" : install.group(3) != null ? "extension" : "package";
            String ecosystem = "go".equals(install.group(1)) ? "go " : "composer".equals(install.group(1)) ? "composer" : "";
            arguments(words, install, offset, noun, ecosystem, image);
        }
    }

    private void arguments(String words, Matcher install, int offset, String noun, String ecosystem, boolean one) {
        int at = install.start(5);
        String previous = "";
        for (String argument : install.group(5).substring(1).split("\\s", -1)) {
            int start = at + 1;
            at = start + argument.length();
            String bare = argument.replaceFirst("[.,:;)\\]'\u201d]+$", "");
            boolean value = VALUED.matcher(previous).matches();
            previous = argument;
            if (argument.startsWith("-") || value) {
                continue;
            }
            if (PackageName.isProse(bare)) {
                return;
            }
            add(new Name(bare, start, start + bare.length()), noun, ecosystem, offset, whyOnlyInstalled(words, start, at));
            if (one || bare.length() < argument.length()) {
                return;
            }
        }
    }

    private String whyOnlyInstalled(String words, int start, int end) {
        boolean harmful = PackageWords.HARMFUL_BEFORE.matcher(words).find()
                || Suspicion.ofAttacker(words.substring(0, start))
                || PackageWords.HARMFUL_BEHIND.matcher(words).region(Math.min(end, words.length()), words.length()).find();
        if (!harmful) {
            return "benign: only installed, nothing says that it is malicious";
        }
        return PackageWords.TO_READER.matcher(words).find() ? "benign: the reader is told to install it" : HARMFUL;
    }

    /** Whether a sentence speaks of attackers at all. */
    private static final class Suspicion {
        private static final Pattern WORDS = Pattern.compile(
                "(?i)\\b(?:malicious\\w*|malwares?|attackers?|actors?|payloads?|trojan|backdoors?|ransomware|c2|phishing|exfiltrat\\w+|implants?|stealers?|infected"
                        + "|compromised|beacon\\w*|dropp?e?[dr]?s?|loaders?|botnet|spyware|adversar\\w+|iocs?|indicators?|typosquat\\w*|lookalike|downloaders?)\\b");
        private static final Pattern ATTACKER = Pattern.compile(
                "(?i)\\b(?:attackers?|actors?|adversar\\w+|malware|worm|botnet|victims?|developers? (?:who|that)|operators?)\\b");

        private Suspicion() {}

        static boolean of(String words) {
            return WORDS.matcher(words).find();
        }

        static boolean ofAttacker(String words) {
            return ATTACKER.matcher(words).find();
        }
    }
}
