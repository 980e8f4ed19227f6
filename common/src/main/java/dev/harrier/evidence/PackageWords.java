package dev.harrier.evidence;

import java.util.regex.Pattern;

/** What a sentence says about the packages, extensions and images that it names. Patterns over at most a few hundred characters. */
final class PackageWords {
    private static final String NOUN =
            "(?:packages?|librar(?:y|ies)|modules?|gems?|crates?|extensions?|dependenc(?:y|ies)|images?|projects?)";
    private static final String REGISTRY =
            "(?:npm|pypi|python|rubygems?|ruby|nuget|\\.net|crates\\.io|cargo|rust|packagist|composer|php|maven|java|go|golang|node(?:\\.js)?"
                    + "|javascript|typescript|vs ?code|vscode|visual studio code|open ?vsx|chrome|edge|firefox|browser|docker(?: hub)?|container|podman|pip)";
    private static final String ADJECTIVE =
            "(?:malicious|typosquat\\w*|trojani[sz]ed|backdoored|compromised|infected|rogue|poisoned|fake|hijacked|tainted|weaponi[sz]ed"
                    + "|attacker-controlled|cryptojacking|counterfeit)";

    /** Says what kind of thing is meant, wherever in the sentence. */
    static final Pattern ECOSYSTEM = Pattern.compile("(?i)(?<![\\w.-])" + REGISTRY + "(?![\\w-])");

    /** A registry's own name says that what stands beside it is a package: {@code on npm as}. */
    static final Pattern REGISTRIES =
            Pattern.compile("(?i)(?<![\\w.-])(?:npm|pypi|rubygems|nuget|crates\\.io|packagist)(?![\\w-])");

    /** A word for what is named; the first group is the word. */
    static final Pattern NAMED = Pattern.compile("(?i)(?<![\\w-])" + NOUN + "(?![\\w-])");

    /** What leads from the word to the name, at the end of the words before it; the first group is the word. */
    static final Pattern BEFORE = Pattern.compile(
            "(?i)(?<![\\w-])(" + NOUN + "|npm|pypi|rubygems|nuget|crates\\.io|packagist)"
                    + "\\s?\\(?:?(?:,?\\s(?:on|in|from)(?: the)? (?:npm|pypi|rubygems|nuget|docker hub|crates\\.io|marketplace|registry))?"
                    + "(?:,?\\s?(?:with(?: the)?|named|called|dubbed|such as|including|like|is|are|was|were|as|identified as|known as|names?|ids?|id|version|:)){0,3}:?\\s?\\(?$");

    /** The word behind the name; the first group is the word. */
    static final Pattern BEHIND = Pattern.compile("(?i)^\\s(?:" + REGISTRY + "\\s){0,2}(" + NOUN + ")(?![\\w-])");

    /** A package is called harmful before it is named: {@code malicious npm packages}. */
    static final Pattern HARMFUL_BEFORE =
            Pattern.compile("(?i)\\b" + ADJECTIVE + "(?:,? [\\w.-]+){0,4}? (?:" + NOUN + "|versions?|releases?)\\b"
                    + "|\\b(?:attackers?|threat actors?|actors?|adversar\\w+|group) (?:also |then |has |have ){0,2}(?:published|uploaded|pushed|released|planted)\\b"
                    + "|\\btyposquat(?:s|ted|ting)?\\b");

    /** Or after: {@code was found to be malicious}. */
    static final Pattern HARMFUL_BEHIND = Pattern.compile(
            "(?i)\\b(?:is|are|was|were|been|being|contain(?:s|ed|ing)|carr(?:y|ies|ied)|hid(?:es|ing)?)(?: [\\w-]+){0,3}?"
                    + " (?:malicious|malware|trojani[sz]ed|backdoor(?:ed)?|compromised|infected|hijacked|infostealer|stealer|cryptominer|miner)\\b"
                    + "|^\\s(?:[\\w.-]+ ){0,3}(?:is|are) (?:a |an )?typosquat");

    /** The name behind is the one that is imitated. */
    static final Pattern IMITATED = Pattern.compile(
            "(?i)\\b(?:legitimate|genuine|popular|official|original|real|impersonat\\w+|mimic\\w*|imitat\\w+|pos(?:es?|ing) as"
                    + "|similar to|instead of|resembl\\w+|typosquat(?:s|ting)?(?: of| on| the)?|masquerad\\w+ as|version of|lookalikes? of|copy of)"
                    + "(?: [\\w.-]+){0,4}? ?$");

    /** Speaks to the reader: an instruction, or advice. */
    static final Pattern TO_READER = Pattern.compile(
            "(?i)\\b(?:you|your|we recommend|should|must|upgrade|update|make sure|ensure|can be installed|install it"
                    + "|get started|prerequisites?|first,? install|protect|safe version|patched|downgrade|roll back|uninstall|pin)\\b");

    private PackageWords() {}
}
