package dev.harrier.hunt.compose;

import dev.harrier.hunt.TextPattern.Literal;
import dev.harrier.hunt.TextPattern.Part;
import dev.harrier.hunt.TextPattern.Wildcard;
import java.util.ArrayList;
import java.util.List;

/** A path in which what differs between machines is left open. */
final class Gaps {
    private Gaps() {}

    /** The text as it is, with any run of characters wherever the mark stands. */
    static List<Part> parts(String text, char mark) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int gap = text.indexOf(mark); gap >= 0; gap = text.indexOf(mark, from)) {
            parts.add(new Literal(text.substring(from, gap)));
            parts.add(Wildcard.ANY_RUN);
            from = gap + 1;
        }
        parts.add(new Literal(text.substring(from)));
        return parts;
    }
}
