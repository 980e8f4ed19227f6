package dev.harrier.evidence;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a heading says about the text below it, up to the next heading of its own rank or a higher one. */
enum Section {
    OTHER,
    INDICATORS,
    REFERENCES;

    private static final Phrases INDICATOR_WORDS = new Phrases(List.of(
            "indicator",
            "ioc",
            "c&c",
            "c2 ",
            "command and control",
            "network indicators",
            "hashes",
            "samples",
            "sha-1",
            "sha1",
            "sha256",
            "sha-256",
            "md5",
            "observables",
            "artifacts",
            "malicious domains",
            "malicious ip",
            "file names",
            "servers",
            "domains",
            "urls",
            "ip addresses",
            "mutex",
            "files",
            "paths",
            "registry"));
    private static final Phrases REFERENCE_WORDS = new Phrases(List.of(
            "references",
            "further reading",
            "sources",
            "bibliography",
            "related",
            "see also",
            "about ",
            "acknowledg",
            "credits",
            "links",
            "read more",
            "resources"));

    /** Where each section of an article starts, in order. */
    record Start(int offset, Section section) {}

    static List<Start> of(Article article) {
        List<Start> starts = new ArrayList<>();
        int rank = 0;
        Section current = OTHER;
        for (Block block : article.blocks()) {
            if (block.kind() == Block.Kind.HEADING) {
                String heading = article.textOf(block);
                int own = rankOf(heading);
                Section named = named(heading.toLowerCase(Locale.ROOT));
                if (named != OTHER || own <= rank || rank == 0) {
                    current = named;
                    rank = named == OTHER ? 0 : own;
                    starts.add(new Start(block.start(), current));
                }
            }
        }
        return starts;
    }

    static Section at(List<Start> starts, int offset) {
        int low = 0;
        int high = starts.size() - 1;
        Section found = OTHER;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (starts.get(middle).offset() <= offset) {
                found = starts.get(middle).section();
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return found;
    }

    private static Section named(String heading) {
        String padded = heading + " ";
        if (heading.length() > 120) {
            return OTHER;
        }
        if (INDICATOR_WORDS.anyIn(padded)) {
            return INDICATORS;
        }
        return REFERENCE_WORDS.anyIn(padded) ? REFERENCES : OTHER;
    }

    /** Markdown's and AsciiDoc's marks count; a heading without marks ranks second. */
    static int rankOf(String heading) {
        int marks = 0;
        while (marks < heading.length() && (heading.charAt(marks) == '#' || heading.charAt(marks) == '=')) {
            marks++;
        }
        return marks == 0 ? 2 : marks;
    }
}
