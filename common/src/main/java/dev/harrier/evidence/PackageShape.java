package dev.harrier.evidence;

import java.util.List;

/** What a sentence must hold before it is worth asking about packages: most that speak of one hold none of this. */
final class PackageShape {
    private static final int BROWSER_EXTENSION = 32;
    private static final Phrases LEADS = new Phrases(List.of("named ", "called ", "dubbed "));
    private static final Phrases VERBS = new Phrases(List.of(
            " install ",
            " i ",
            " add ",
            " get ",
            " require ",
            " download ",
            " exec ",
            "npx ",
            " --install-extension ",
            " pull ",
            " run ",
            " create "));

    private static final Phrases NOUNS = new Phrases(
            List.of("packag", "librar", "modul", "gem", "crate", "extension", "dependenc", "image", "project"));
    private static final Phrases REGISTRIES =
            new Phrases(List.of("npm", "pypi", "rubygems", "nuget", "crates.io", "packagist"));

    private PackageShape() {}

    /** Whether a word for a package may stand in it. */
    static boolean mayHoldNoun(String lower) {
        return NOUNS.anyIn(lower);
    }

    /** Whether a registry's name may stand in it. */
    static boolean mayHoldRegistry(String lower) {
        return REGISTRIES.anyIn(lower);
    }

    /** Whether something stands in quotation marks, behind a word that names, as a scope, or looks like a browser extension's id. */
    static boolean mayHoldName(String words) {
        int run = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            run = c >= 'a' && c <= 'p' ? run + 1 : 0;
            if (run == BROWSER_EXTENSION || isMark(c)) {
                return true;
            }
        }
        return LEADS.anyIn(words);
    }

    private static boolean isMark(char c) {
        return switch (c) {
            case '`', '"', '\'', '@', '\u201c', '\u2018' -> true;
            default -> false;
        };
    }

    /** Whether a package manager's verb stands in it, with blanks around. */
    static boolean mayInstall(String words) {
        return VERBS.anyIn(words);
    }
}
