package dev.harrier.hunt.compose;

import dev.harrier.evidence.Quote;
import dev.harrier.hunt.Ground;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.LeftOut;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Says of what is no indicator that a behaviour hunt looks for it all the same: for the same words, or for a command that holds them. */
final class HuntedElsewhere {
    private static final int MOST_LOOKED_AT = 8;

    private final Map<String, String> titlesByWords = new HashMap<>();
    private final NavigableMap<Integer, Place> places = new TreeMap<>();

    private record Place(int end, String title) {}

    HuntedElsewhere(List<Hunt> hunts) {
        hunts.stream().filter(hunt -> hunt.kind() == Hunt.Kind.BEHAVIOUR).forEach(this::add);
    }

    private void add(Hunt hunt) {
        for (Ground ground : hunt.grounds()) {
            Quote quote = ground.quote();
            titlesByWords.putIfAbsent(quote.text(), hunt.title());
            places.merge(quote.start(), new Place(quote.end(), hunt.title()), (a, b) -> a.end() >= b.end() ? a : b);
        }
    }

    /** What was left out, with where it is hunted if it is. */
    List<LeftOut> explained(Findings findings) {
        return findings.leftOut().stream()
                .map(left -> findings.mention(left)
                        .flatMap(this::title)
                        .map(title -> new LeftOut(
                                left.what(), "not as an indicator; hunted as behaviour in \u201c" + title + "\u201d"))
                        .orElse(left))
                .distinct()
                .toList();
    }

    private Optional<String> title(Quote mentioned) {
        return Optional.ofNullable(titlesByWords.get(mentioned.text())).or(() -> around(mentioned));
    }

    private Optional<String> around(Quote mentioned) {
        return places.headMap(mentioned.start(), true).descendingMap().values().stream()
                .limit(MOST_LOOKED_AT)
                .filter(place -> place.end() >= mentioned.end())
                .map(Place::title)
                .findFirst();
    }
}
