package dev.harrier.article.feed;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Tells a feed from an article by its first element, without loading anything that reads feeds. */
public final class FeedSignature {
    private static final int HEAD = 4096;
    private static final Pattern FIRST_ELEMENT = Pattern.compile("<(?:rss|feed|rdf:RDF)[\\s>]");
    private static final Pattern PROLOGUE = Pattern.compile("<[?!]");

    private FeedSignature() {}

    /** Whether some bytes look like an RSS or Atom feed: XML whose first element is {@code rss}, {@code feed} or {@code rdf:RDF}. */
    public static boolean opens(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replaceFirst("^(?:\\u00ef\\u00bb\\u00bf|\\u00fe\\u00ff|\\u00ff\\u00fe)", "")
                .stripLeading();
        int at = 0;
        while (PROLOGUE.matcher(head).region(at, head.length()).lookingAt()) {
            at = afterPrologue(head, at);
        }
        return FIRST_ELEMENT.matcher(head).region(at, head.length()).lookingAt();
    }

    /** After a declaration, an instruction, a comment or a document type, and the blanks behind it. */
    private static int afterPrologue(String head, int at) {
        String close =
                head.startsWith("<!--", at) ? "-->" : head.startsWith("<!DOCTYPE", at) && subset(head, at) ? "]" : ">";
        int end = head.indexOf(close, at);
        int next = end < 0 ? head.length() : end + close.length();
        while (next < head.length()
                && (Character.isWhitespace(head.charAt(next)) || (close.equals("]") && head.charAt(next) == '>'))) {
            next++;
        }
        return next;
    }

    private static boolean subset(String head, int at) {
        int open = head.indexOf('[', at);
        int end = head.indexOf('>', at);
        return open >= 0 && open < end;
    }
}
