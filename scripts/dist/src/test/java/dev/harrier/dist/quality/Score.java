package dev.harrier.dist.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Agreement with one labelled set, and how far another draw of its documents would move it. */
final class Score {
    private static final int DRAWS = 1_000;
    private static final long SEED = 20_261_122;

    /** The share of draws' middle 95 %. */
    record Interval(double low, double high) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "[%.3f, %.3f]", low, high);
        }
    }

    private final List<Map<Kind, Tally>> documents = new ArrayList<>();

    static Score of(String file) throws IOException {
        Score score = new Score();
        for (GoldDocument document : GoldDocument.read(file)) {
            score.documents.add(document.score(Extracted.of(document.text()).found()));
        }
        return score;
    }

    Tally all() {
        return sum(documents, List.of(Kind.values()));
    }

    Tally of(Kind kind) {
        return sum(documents, List.of(kind));
    }

    /** Bootstrap over documents, with a seed of its own: the same interval every time. */
    Interval interval(ToDoubleFunction<Tally> measure, Kind... kinds) {
        Random random = new Random(SEED);
        double[] draws = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            draws[draw] = measure.applyAsDouble(sum(drawn(random), List.of(kinds)));
        }
        Arrays.sort(draws);
        return new Interval(draws[DRAWS / 40], draws[DRAWS - 1 - DRAWS / 40]);
    }

    private List<Map<Kind, Tally>> drawn(Random random) {
        List<Map<Kind, Tally>> drawn = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            drawn.add(documents.get(random.nextInt(documents.size())));
        }
        return drawn;
    }

    private static Tally sum(List<Map<Kind, Tally>> documents, List<Kind> kinds) {
        Tally sum = Tally.NONE;
        for (Map<Kind, Tally> document : documents) {
            for (Kind kind : kinds) {
                sum = sum.plus(document.getOrDefault(kind, Tally.NONE));
            }
        }
        return sum;
    }

    /** The lines of {@code score.py ioc}, with intervals behind them. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Map<Kind, Tally> byKind = new EnumMap<>(Kind.class);
        List.of(Kind.values()).forEach(kind -> byKind.put(kind, of(kind)));
        byKind.forEach((kind, tally) -> {
            if (tally.right() + tally.missed() > 0) {
                lines.add(figures(String.format("%-7s", kind.word()), tally)
                        + String.format(
                                "  (tp %d fp %d fn %d)  P %s F1 %s",
                                tally.right(),
                                tally.wrong(),
                                tally.missed(),
                                interval(Tally::precision, kind),
                                interval(Tally::f1, kind)));
            }
        });
        lines.add(figures("ALL", all())
                + String.format(
                        "  P %s R %s F1 %s",
                        interval(Tally::precision, Kind.values()),
                        interval(Tally::recall, Kind.values()),
                        interval(Tally::f1, Kind.values())));
        return lines;
    }

    private static String figures(String name, Tally tally) {
        return String.format(
                Locale.ROOT, "%s P %.3f R %.3f F1 %.3f", name, tally.precision(), tally.recall(), tally.f1());
    }
}
