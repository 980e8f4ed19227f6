package dev.harrier.attack.classify;

import dev.harrier.attack.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Learns the shipped weights: {@code scripts/train}. Labels are techniques, a sub-technique's sentences counted for its parent. What
 * costs and sizes are chosen, and by which figures, stands in {@code TECHNIQUES.md}.
 */
final class WeightsTrainer {
    private static final int RAREST_LABEL = 5;
    private static final int WEIGHTS_PER_LABEL = 4000;
    private static final double DESCRIPTION_COST = 0.5;

    private WeightsTrainer() {}

    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[0]), train(SharedFolder.find("corpus")));
    }

    static byte[] train(Path corpus) throws IOException {
        return new WeightsWriter(Learnt.from(texts(corpus), RAREST_LABEL), WEIGHTS_PER_LABEL).bytes();
    }

    static List<LabelledSentence> texts(Path corpus) {
        TrainingTexts texts = new TrainingTexts(corpus);
        List<LabelledSentence> all = new ArrayList<>();
        texts.tram().forEach(text -> all.add(ofParent(text)));
        texts.procedures().forEach(text -> all.add(ofParent(text)));
        texts.descriptions().forEach(text -> all.add(ofParent(text).withCost(DESCRIPTION_COST)));
        all.addAll(texts.others());
        return all;
    }

    private static LabelledSentence ofParent(LabelledSentence text) {
        String id = text.labels().iterator().next();
        int dot = id.indexOf('.');
        return new LabelledSentence(
                text.group(), text.text(), Set.of(dot < 0 ? id : id.substring(0, dot)), text.cost());
    }
}
