package dev.harrier.hunt.compose;

import dev.harrier.evidence.Quote;
import dev.harrier.hunt.ClauseText;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Ground;
import dev.harrier.hunt.LeftOut;
import dev.harrier.hunt.TextPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects clauses, and what is left out with the reason, while evidence is gone through. */
final class Findings {
    private final List<Clause> clauses = new ArrayList<>();
    private final Set<LeftOut> leftOut = new LinkedHashSet<>();

    private final Map<LeftOut, Quote> mentions = new HashMap<>();

    List<Clause> clauses() {
        return clauses;
    }

    Set<LeftOut> leftOut() {
        return leftOut;
    }

    /** The place of what is only mentioned, and may be hunted as a behaviour all the same. */
    Optional<Quote> mention(LeftOut left) {
        return Optional.ofNullable(mentions.get(left));
    }

    void leaveOut(String what, String reason, Quote mentioned) {
        leaveOut(what, reason);
        mentions.putIfAbsent(new LeftOut(what, reason), mentioned);
    }

    void leaveOut(String what, String reason) {
        leftOut.add(new LeftOut(what, reason));
    }

    /** A clause of one test, keyed by the value for people. */
    void add(Group group, String field, TextPattern pattern, String value, Quote quote) {
        add(group, field, like(field, pattern), value, quote);
    }

    void add(Group group, String field, Condition condition, String value, Quote quote) {
        Ground ground = new Ground(field, value, quote, ClauseText.clauses(condition));
        clauses.add(new Clause(group, value, condition, ground));
    }

    static Condition like(String field, TextPattern pattern) {
        return new Condition.Match(field, new FieldTest.Like(pattern, false));
    }
}
