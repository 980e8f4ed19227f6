package dev.harrier.evidence;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one sentence says of the packages in it, each question asked once however many it names. Immutable. */
final class PackageSentence {
    /** Instead of a reason: the sentence calls the thing malicious. */
    static final String HARMFUL = "harmful";

    private static final int NEAR = 100;
    private static final Pattern SUSPECT = Pattern.compile(
            "(?i)\\b(?:malicious\\w*|malwares?|attackers?|actors?|payloads?|trojan|backdoors?|ransomware|c2|phishing|exfiltrat\\w+|implants?|stealers?"
                    + "|infected|compromised|beacon\\w*|dropp(?:ed|ers?)|drops|loaders?|botnet|spyware|adversar\\w+|iocs?|indicators?|typosquat\\w*"
                    + "|lookalike|downloaders?)\\b");
    private static final Pattern ATTACKER =
            Pattern.compile("(?i)\\b(?:attackers?|actors?|adversar\\w+|malware|worm|botnet|operators?)\\b");

    final String words;
    final String lower;
    final boolean ecosystem;
    private final boolean suspect;
    private final boolean toReader;
    private final int harmfulFrom;
    private final int harmfulUntil;
    private final int attackerFrom;

    PackageSentence(String words) {
        this.words = words;
        lower = words.toLowerCase(Locale.ROOT);
        ecosystem = PackageWords.ECOSYSTEM.matcher(words).find();
        suspect = SUSPECT.matcher(words).find();
        toReader = PackageWords.TO_READER.matcher(words).find();
        harmfulFrom = suspect || ecosystem ? firstEnd(PackageWords.HARMFUL_BEFORE) : Integer.MAX_VALUE;
        harmfulUntil = suspect || ecosystem ? lastStart(PackageWords.HARMFUL_BEHIND) : -1;
        attackerFrom = suspect ? firstEnd(ATTACKER) : Integer.MAX_VALUE;
    }

    private int firstEnd(Pattern pattern) {
        Matcher matcher = pattern.matcher(words);
        return matcher.find() ? matcher.end() : Integer.MAX_VALUE;
    }

    private int lastStart(Pattern pattern) {
        Matcher matcher = pattern.matcher(words);
        int last = -1;
        while (matcher.find()) {
            last = matcher.start();
        }
        return last;
    }

    /** Why names in a row are none to keep; {@link #HARMFUL} where they are called malicious; empty where nothing of the kind is said. */
    String reason(int start, int end) {
        String before = words.substring(Math.max(0, start - NEAR), start).replaceFirst("[`\"\u201c\u2018']+$", "");
        if (PackageWords.IMITATED.matcher(before).find()) {
            return "benign: the package that is imitated";
        }
        if (toReader && PackageWords.TO_READER.matcher(before).find()) {
            return "benign: the reader is told to install or change it";
        }
        if (harmfulFrom <= start || harmfulUntil >= end) {
            return HARMFUL;
        }
        return suspect ? "benign: used, and not said to be malicious itself" : "";
    }

    /** The same for what a command installs, which is nothing to keep unless an attacker does it. */
    String installed(int start) {
        boolean harmful = harmfulFrom < Integer.MAX_VALUE || attackerFrom <= start || harmfulUntil >= start;
        if (!harmful) {
            return "benign: only installed, nothing says that it is malicious";
        }
        return toReader ? "benign: the reader is told to install it" : HARMFUL;
    }
}
