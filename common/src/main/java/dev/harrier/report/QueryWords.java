package dev.harrier.report;

import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A hunt's queries on the briefing: where they stand, and the text itself where it is wanted or stands nowhere else. */
final class QueryWords {
    private static final int LINES = 15;
    private static final int CHARACTERS = 1_200;
    private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9._/-]+");

    private final Hunt hunt;
    private final HuntQueries queries;
    private final List<String> parts = new ArrayList<>();

    private QueryWords(Hunt hunt, HuntQueries queries) {
        this.hunt = hunt;
        this.queries = queries;
    }

    /** Paragraphs of Markdown; {@code shown} are all texts, those in files cut if they are long, else those alone that are in no file. */
    static List<String> of(Hunt hunt, HuntQueries queries, boolean shown) {
        QueryWords words = new QueryWords(hunt, queries);
        words.links(shown);
        queries.of(hunt).forEach((dialect, rendering) -> words.query(dialect, rendering, shown));
        return words.parts;
    }

    private void links(boolean shown) {
        String links = queries.of(hunt).entrySet().stream()
                .filter(query -> !shown && isRendered(query))
                .flatMap(query -> queries.file(hunt, query.getKey()).stream()
                        .map(file -> link(HuntQueries.language(query.getKey()), file)))
                .collect(Collectors.joining(", "));
        if (!links.isEmpty()) {
            parts.add(links);
        }
    }

    private static boolean isRendered(Map.Entry<String, Rendering> query) {
        return query.getValue() instanceof Rendering.Rendered;
    }

    private static String link(String words, String file) {
        return PLAIN_PATH.matcher(file).matches()
                ? "[" + words + "](" + file + ")"
                : words + " in " + Markdown.code(file);
    }

    private void query(String dialect, Rendering rendering, boolean shown) {
        String language = HuntQueries.language(dialect);
        Optional<String> file = queries.file(hunt, dialect);
        if (rendering instanceof Rendering.Unsupported unsupported) {
            parts.add("**" + language + ":** not possible: " + Markdown.text(unsupported.reason()));
        } else if (shown || file.isEmpty()) {
            parts.add(block(dialect, ((Rendering.Rendered) rendering).text(), file));
        }
    }

    private static String block(String dialect, String text, Optional<String> file) {
        String language = HuntQueries.language(dialect);
        String name = "**" + file.map(path -> link(language, path)).orElse(language) + ":**\n";
        String shown = file.isPresent() ? cut(text) : text;
        boolean whole = shown.equals(text);
        return name + Markdown.block(dialect, shown) + (whole ? "" : "\n_Cut: the whole query is in its file._");
    }

    private static String cut(String text) {
        int end = 0;
        for (int line = 0; line < LINES && end >= 0 && end < text.length(); line++) {
            end = text.indexOf('\n', end) + 1;
            end = end == 0 ? text.length() : end;
        }
        return end >= text.length() && text.length() <= CHARACTERS
                ? text
                : text.substring(0, Math.min(end, CHARACTERS)).strip() + " …";
    }
}
