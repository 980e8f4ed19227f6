package dev.harrier.hunt.compose;

import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.Leaves;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;

/** Guesses how long a hunt's text becomes, where no language can be asked. */
final class Estimate {
    /** Estimated characters of the clauses of one query; leaves room for the rest of a text of 9,000. */
    private static final int ROOM = 6_500;

    private static final int PER_TEST = 50;

    private Estimate() {}

    static boolean carries(Hunt hunt) {
        return !(hunt.logic() instanceof Logic.Detection detection)
                || Leaves.of(detection.condition()).stream()
                                .mapToInt(match -> PER_TEST + length(match.test()))
                                .sum()
                        <= ROOM;
    }

    private static int length(FieldTest test) {
        if (!(test instanceof FieldTest.Like like)) {
            return PER_TEST;
        }
        return like.pattern().parts().stream()
                .mapToInt(p -> p instanceof TextPattern.Literal literal ? encoded(literal.text()) : 2)
                .sum();
    }

    /** A backslash or quote takes two characters or more. */
    private static int encoded(String text) {
        return text.length()
                + (int) text.chars().filter(c -> c == '\\' || c == '"').count();
    }
}
