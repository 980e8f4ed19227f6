package dev.harrier.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What somebody would repeat to make an extractor slow. */
public final class HostilePieces {
    private HostilePieces() {}

    /** A letter, since a text must hold something, then the piece over and over, cut to the length in UTF-16 code units. */
    public static String repeated(String piece, int length) {
        return ("x" + piece.repeat(length / piece.length() + 1)).substring(0, length);
    }

    /** What somebody would write to make an extractor slow, by name. */
    public static Map<String, String> all() {
        Map<String, String> pieces = new LinkedHashMap<>();
        for (String piece : PIECES) {
            pieces.put(name(piece), piece);
        }
        pieces.put("one token", "abcdefghij".repeat(1000));
        pieces.put("words on one line", "lorem ipsum dolor sit amet ");
        return pieces;
    }

    private static String name(String piece) {
        String printable =
                piece.replace("\n", "\\n").replace("\u200b", "(zero-width)").replace("\u00e9", "(accent)");
        return printable.length() > 20 ? printable.substring(0, 20) + "…" : printable;
    }

    private static final List<String> PIECES = List.of(
            ".",
            "..a",
            "[",
            "(",
            "[.]",
            "a[.]",
            "[(",
            "[[.]]",
            "[.",
            ".]",
            "{.}",
            "(dot)",
            " DOT a",
            "a DOT ",
            " at a DOT ",
            " ",
            " [ (",
            "\\",
            "\\[",
            "1\\.",
            "/",
            "//",
            "/a",
            "/tmp",
            "://",
            "a://",
            "http://",
            "http://a.com((",
            "http://a.com/",
            "http://a@",
            "hxxp",
            "hxxp://",
            "hxxp[:]//",
            "h",
            "@",
            "a@",
            "a@b.",
            "a@b.com ",
            "a@b.com",
            "a+",
            "a%",
            ":",
            "::",
            "a:",
            "1:",
            "1:a:",
            "deadbeef0",
            "0",
            "1.",
            "1.1.1.1 ",
            "8.8.4.4/",
            "a.",
            "a.com",
            "evil.com ",
            "evil.com/",
            "xn--",
            "xn--a.com ",
            "\u200b",
            "a\u200b",
            "\u00e9",
            "\u00e9.com ",
            "\"",
            "\"a",
            "`",
            "'",
            "<",
            "<a>",
            "%",
            "%a",
            "~/",
            "C:\\",
            "C:\\a b",
            "HKLM\\a b ",
            "\\\\a\\",
            "CVE-",
            "CVE-2020-1",
            "CVE 2020",
            "T1059",
            "AS1 ",
            "-",
            "----\n",
            "....\n",
            "\n",
            "#\n",
            "- a\n",
            "```\n",
            "http://a.com/" + "}".repeat(2000),
            "http://a.com/" + "{)]}".repeat(500),
            "mutex \"",
            "mutex named \"a",
            "c2 ",
            "version 1.2.3.4 ",
            "d41d8cd98f00b204e9800998ecf8427e ",
            "a.b.c.d.e.f.",
            "a.exe ",
            "&",
            "[a](",
            " . ",
            "a . ",
            "- a . com\n",
            "1 . ",
            "a dot com ",
            " dot [.]",
            "evil[.]com a . b ",
            "meow://",
            "meows://a.com ",
            "sha256 d41d8cd98f00b204e9800998ecf8427e\n",
            "d41d8cd98f00b204e9800998ecf8427e\n",
            "words that fill the line before hxxp://a.com/b/c/d/\n",
            "= a\n// b\n");
}
