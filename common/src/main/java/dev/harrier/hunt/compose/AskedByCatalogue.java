package dev.harrier.hunt.compose;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.Leaves;
import dev.harrier.hunt.LogSource;
import dev.harrier.hunt.Logic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the chosen catalogue hunts ask of the logs of clouds and services, so that no article asks for the same once more. */
final class AskedByCatalogue {
    private record Asked(LogSource source, Condition.Match match) {}

    private final Map<Asked, String> byMatch = new HashMap<>();

    AskedByCatalogue(List<Hunt> chosen) {
        for (Hunt hunt : chosen) {
            if (hunt.logic() instanceof Logic.Detection detection) {
                Leaves.asked(detection.condition())
                        .forEach(match -> byMatch.putIfAbsent(new Asked(detection.source(), match), hunt.title()));
            }
        }
    }

    /** The clauses that no catalogue hunt asks; of the others it is said which one does. The first test of a clause is its operation. */
    List<Clause> without(List<Clause> clauses, Findings findings) {
        List<Clause> kept = new ArrayList<>();
        for (Clause clause : clauses) {
            String title = clause.group().events() == EventKind.OTHER ? title(clause) : "";
            if (title.isEmpty()) {
                kept.add(clause);
            } else {
                findings.leaveOut(
                        "operation " + clause.ground().value(), "asked for already by the hunt \"" + title + "\"");
            }
        }
        return kept;
    }

    private String title(Clause clause) {
        Condition.Match operation = Leaves.asked(clause.condition()).get(0);
        return byMatch.getOrDefault(new Asked(clause.group().source(), operation), "");
    }
}
