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
 * is said to be malicious itself is left to the judge. Looks at each stretch of text once, and at no more than some thousands. Used by one thread.
 */
final class PackageReader {
    private static final int REACH = 240;
    private static final int MOST_NAMES = 5_000;
    private static final int MOST_SENTENCES = 5_000;
    private static final Pattern QUOTED = Pattern.compile(
            "[`\"\u201c\u2018']{1,2}([@\\w][\\w@./:=+~-]{1,200})[`\"\u201d\u2019']{1,2}|(?<![\\w`])(@[a-z0-9][\\w.-]{0,60}/[a-z0-9][\\w.-]{1,80})"
                    + "|(?<=named |called |dubbed )([A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)+)|(?<![\\w`/])([a-p]{32})(?!\\w)");
    private static final Pattern JOINED =
            Pattern.compile("\\s?(?:,|and|or|&|, and|, or|/|\\((?:v?[\\d., ]{1,40})\\),?)\\s?(?:the )?");
    private static final Pattern INSTALL = Pattern.compile(
            "(?<![\\w./-])(?:(npm|pnpm|yarn|bun|pip3?|gem|cargo|go|dotnet|nuget|composer)\\s(?:install|i|add|get|require|download|exec)|(npx)"
                    + "|(code)\\s--install-extension|(docker|podman|nerdctl|crictl)\\s(?:pull|run|create))((?:\\s[^\\s`\"<>|;&]{1,200}){1,12})");
    private static final Pattern VALUED = Pattern.compile(
            "-[evpuwhl]|--(?:name|env|volume|network|net|user|publish|entrypoint|mount|hostname|label|index-url|registry|version|platform)");

    private final RefangedText text;
    private final Findings findings;
    private int read;
    private int names;
    private int sentences;

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
        while (sentences < MOST_SENTENCES && (p < packages.length || i < images.length)) {
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
        sentences++;
        read = Math.max(end, at + 1);
        sentence(text.between(start, end), start);
    }

    private boolean isSentenceStart(int at) {
        return text.at(at - 1) == '\n'
                || (text.at(at - 1) == ' ' && text.at(at - 2) == '.' && Characters.isUpper(text.at(at)));
    }

    private void sentence(String words, int offset) {
        boolean names = PackageShape.mayHoldName(words) && saysPackage(words);
        boolean installs = PackageShape.mayInstall(words);
        if (names || installs) {
            PackageSentence sentence = new PackageSentence(words);
            installed(sentence, offset);
            named(sentence, names, offset);
        }
    }

    private static boolean saysPackage(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        boolean registry = PackageShape.mayHoldRegistry(lower)
                && PackageWords.REGISTRIES.matcher(words).find();
        return registry
                || (PackageShape.mayHoldNoun(lower)
                        && PackageWords.NAMED.matcher(words).find()
                        && PackageWords.ECOSYSTEM.matcher(words).find());
    }

    private void named(PackageSentence sentence, boolean names, int offset) {
        String words = sentence.words;
        List<Name> chain = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(words);
        while (names && quoted.find()) {
            if (!chain.isEmpty() && !joins(words, chain.get(chain.size() - 1).end(), quoted.start())) {
                chain(chain, sentence, offset);
                chain.clear();
            }
            chain.add(name(quoted));
        }
        chain(chain, sentence, offset);
    }

    private static boolean joins(String words, int from, int to) {
        return to - from < 50 && JOINED.matcher(words).region(from, to).matches();
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
    private void chain(List<Name> names, PackageSentence sentence, int offset) {
        String words = sentence.words;
        if (names.isEmpty()) {
            return;
        }
        int start = names.get(0).start();
        int end = names.get(names.size() - 1).end();
        int lead = start > 0 && "`\"\u201c\u2018'".indexOf(words.charAt(start - 1)) >= 0 ? start - 1 : start;
        String before = words.substring(Math.max(0, lead - 90), lead).replaceFirst("[`\"\u201c\u2018']$", "");
        Matcher noun = PackageWords.BEFORE.matcher(before);
        Matcher behind = PackageWords.BEHIND.matcher(words).region(end, Math.min(words.length(), end + 80));
        String word = (noun.find() ? noun.group(1) : behind.find() ? behind.group(1) : "").toLowerCase(Locale.ROOT);
        if (!word.isEmpty() && sentence.ecosystem) {
            String reason = sentence.reason(start, end);
            names.forEach(name -> add(name, word, sentence.lower, offset, reason));
        }
    }

    private void add(Name name, String noun, String lower, int offset, String reason) {
        int start = offset + name.start();
        if (++names > MOST_NAMES) {
            return;
        }
        Optional<IndicatorType> type = PackageName.typeOf(name.value(), noun, lower);
        boolean harmful = reason.equals(PackageSentence.HARMFUL);
        if (harmful && type.isPresent()) {
            findings.harmful(start);
        }
        type.ifPresent(found ->
                findings.drop(found, name.value(), start, start + name.value().length(), harmful ? "" : reason));
    }

    private void installed(PackageSentence sentence, int offset) {
        Matcher install = INSTALL.matcher(sentence.words);
        while (install.find()) {
            boolean image = install.group(4) != null;
            String noun = image ? "image" : install.group(3) != null ? "extension" : "package";
            String ecosystem =
                    "go".equals(install.group(1)) ? "go " : "composer".equals(install.group(1)) ? "composer" : "";
            arguments(install, offset, noun, ecosystem, sentence.installed(install.start()));
        }
    }

    private void arguments(Matcher install, int offset, String noun, String ecosystem, String reason) {
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
            add(new Name(bare, start, start + bare.length()), noun, ecosystem, offset, reason);
            if (noun.equals("image") || bare.length() < argument.length()) {
                return;
            }
        }
    }
}
