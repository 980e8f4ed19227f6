package dev.harrier.attack.classify;

import dev.harrier.assess.Folds;
import dev.harrier.attack.SharedFolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * TRAM's single-label spans, five folds by report: a model with the shipped one's features and learner is learnt on four folds, and on
 * ATT&amp;CK's procedure examples of the same 50 techniques or without them, and names one technique for each span of the fifth.
 */
final class TramMeasure {
    private static final double PROCEDURE_COST = 0.3;
    private static final int SHINGLE = 5;
    private static final long SEED = 0;
    private static final Pattern NO_WORD = Pattern.compile("\\W+");

    private final List<LabelledSentence> spans;
    private final List<LabelledSentence> procedures;
    private final Folds folds;

    TramMeasure(TrainingTexts texts) {
        spans = texts.tram();
        Set<String> labels =
                spans.stream().flatMap(span -> span.labels().stream()).collect(Collectors.toSet());
        procedures = texts.procedures().stream()
                .filter(procedure -> labels.containsAll(procedure.labels()))
                .map(procedure -> procedure.withCost(PROCEDURE_COST))
                .toList();
        folds = new Folds(spans.stream().map(LabelledSentence::group).toList(), SEED);
    }

    public static void main(String[] arguments) {
        TramMeasure measure = new TramMeasure(new TrainingTexts(SharedFolder.find("corpus")));
        List<LabelledSentence> without = measure.wrong(false);
        List<LabelledSentence> with = measure.wrong(true);
        System.out.printf(Locale.ROOT, "TRAM spans alone          micro F1 %.4f%n", measure.share(without));
        System.out.printf(Locale.ROOT, "with procedure examples   micro F1 %.4f%n", measure.share(with));
        Set<LabelledSentence> near = measure.nearProcedures();
        double right = measure.spans.stream()
                .filter(span -> !near.contains(span) && !with.contains(span))
                .count();
        System.out.printf(
                Locale.ROOT,
                "  of these, spans that are like no procedure (%d left out) %.4f%n",
                near.size(),
                right / (measure.spans.size() - near.size()));
    }

    /** The share of spans that are not among the wrong ones: each span has one label and gets one, so that this is micro F1. */
    double share(List<LabelledSentence> wrong) {
        return 1 - wrong.size() / (double) spans.size();
    }

    /** The spans that get another technique than their own. */
    List<LabelledSentence> wrong(boolean withProcedures) {
        List<LabelledSentence> wrong = new ArrayList<>();
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            int held = fold;
            List<LabelledSentence> seen = Stream.concat(
                            spans.stream().filter(span -> folds.of(span.group()) != held),
                            withProcedures ? procedures.stream() : Stream.empty())
                    .toList();
            Learnt learnt = Learnt.from(seen, 1);
            spans.stream()
                    .filter(span -> folds.of(span.group()) == held)
                    .filter(span -> !span.labels().contains(learnt.likeliest(span.text())))
                    .forEach(wrong::add);
        }
        return wrong;
    }

    /** The spans half of whose five-word pieces stand in one procedure example. */
    Set<LabelledSentence> nearProcedures() {
        List<Set<String>> others =
                procedures.stream().map(procedure -> shingles(procedure.text())).toList();
        Set<String> any = others.stream().flatMap(Set::stream).collect(Collectors.toSet());
        return spans.stream()
                .filter(span -> shingles(span.text()).stream().anyMatch(any::contains))
                .filter(span -> others.stream().anyMatch(other -> overlap(shingles(span.text()), other)))
                .collect(Collectors.toSet());
    }

    private static boolean overlap(Set<String> pieces, Set<String> other) {
        return 2 * pieces.stream().filter(other::contains).count() >= pieces.size();
    }

    private static Set<String> shingles(String text) {
        String[] words = NO_WORD.split(text.toLowerCase(Locale.ROOT).strip());
        Set<String> pieces = new HashSet<>();
        for (int i = 0; i + SHINGLE <= words.length; i++) {
            pieces.add(String.join(" ", List.of(words).subList(i, i + SHINGLE)));
        }
        return pieces;
    }
}
