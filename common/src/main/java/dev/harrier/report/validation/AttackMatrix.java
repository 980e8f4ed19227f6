package dev.harrier.report.validation;

import dev.harrier.attack.Tactic;
import dev.harrier.attack.Technique;
import dev.harrier.report.Html;
import dev.harrier.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The techniques that are hunted, a column a tactic, each coloured by its hunts' gravest verdict and leading to them. */
final class AttackMatrix {
    private static final int WIDTH = 156;
    private static final int HEIGHT = 38;
    private static final int HEAD = 24;
    private static final int LONGEST = 21;

    private final Map<Tactic, List<Techniques.Hunted>> columns = new EnumMap<>(Tactic.class);

    AttackMatrix(List<Techniques.Hunted> hunted) {
        hunted.forEach(each -> each.technique().tactics().forEach(tactic -> columns.computeIfAbsent(
                        tactic, key -> new ArrayList<>())
                .add(each)));
    }

    /** Where a technique's hunts are told. */
    static String place(Technique technique) {
        return "technique-" + technique.id().replace('.', '-');
    }

    Html chart() {
        if (columns.isEmpty()) {
            return Html.NOTHING;
        }
        List<Html> shapes = new ArrayList<>();
        int x = 0;
        for (Map.Entry<Tactic, List<Techniques.Hunted>> column : columns.entrySet()) {
            shapes.add(Svg.words("tactic", x + 4, 15, column.getKey().title()));
            int y = HEAD;
            for (Techniques.Hunted each : column.getValue()) {
                shapes.add(cell(each, x, y));
                y += HEIGHT;
            }
            x += WIDTH;
        }
        int height = HEAD
                + HEIGHT * columns.values().stream().mapToInt(List::size).max().orElse(0);
        Html matrix = Html.with(
                Svg.attributes("viewBox", "0 0 " + x + " " + height, "width", x, "height", height),
                "svg.matrix",
                shapes.toArray(new Html[0]));
        return Html.with(
                Svg.attributes("tabindex", 0, "role", "region", "aria-label", "ATT&CK matrix"), "div.scroll", matrix);
    }

    private static Html cell(Techniques.Hunted each, int x, int y) {
        String worst = each.worst().map(Verdict::word).orElse("unmeasured");
        String words = each.technique().id() + " " + each.technique().name() + ": " + worst + ", "
                + CountWords.plural(each.hunts().size(), "hunt");
        return Html.link(
                place(each.technique()),
                Html.join(
                        Svg.box("cell." + worst, x + 1, y + 1, WIDTH - 4, HEIGHT - 4, words),
                        Svg.words("id", x + 7, y + 15, each.technique().id() + " · " + worst),
                        Svg.words(
                                "name",
                                x + 7,
                                y + 29,
                                shortened(each.technique().name()))));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }
}
