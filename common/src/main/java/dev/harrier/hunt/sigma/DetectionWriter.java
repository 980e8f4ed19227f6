package dev.harrier.hunt.sigma;

import dev.harrier.hunt.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Spells a condition in normal form as named selections and an expression over them, keeping the order of all parts. */
final class DetectionWriter implements Condition.Visitor<String> {
    private final Map<String, Node> selections = new LinkedHashMap<>();
    private String name = "selection";

    private DetectionWriter() {}

    static Node write(Condition condition) {
        DetectionWriter writer = new DetectionWriter();
        String expression = writer.expression(condition);
        writer.selections.put("condition", YamlText.plain(expression));
        return YamlText.mapping(writer.selections);
    }

    /** The expression for a condition, bare at the top. */
    private String expression(Condition condition) {
        return Selection.of(condition).map(this::named).orElseGet(() -> condition.accept(this));
    }

    private String operand(Condition condition) {
        String expression = expression(condition);
        return expression.contains(" ") ? "(" + expression + ")" : expression;
    }

    @Override
    public String all(Condition.All all) {
        List<String> operands = new ArrayList<>();
        List<Condition> rest = all.parts();
        while (!rest.isEmpty()) {
            Selection.Run run = Selection.leading(rest);
            if (run.said() > 0) {
                operands.add(named(YamlText.mapping(run.mapping())));
            } else {
                operands.add(conjunct(rest.get(0)));
            }
            rest = rest.subList(Math.max(run.said(), 1), rest.size());
        }
        return String.join(" and ", operands);
    }

    private String conjunct(Condition part) {
        return part instanceof Condition.Not ? expression(part) : operand(part);
    }

    @Override
    public String any(Condition.Any any) {
        return String.join(" or ", any.parts().stream().map(this::operand).toList());
    }

    @Override
    public String not(Condition.Not not) {
        String outer = name;
        name = outer.equals("selection") ? "filter" : "selection";
        String expression = "not " + operand(not.part());
        name = outer;
        return expression;
    }

    @Override
    public String match(Condition.Match match) {
        throw new IllegalStateException("one match always fits a selection");
    }

    private String named(Node selection) {
        String candidate = name;
        for (int i = 2; selections.containsKey(candidate); i++) {
            candidate = name + "_" + i;
        }
        selections.put(candidate, selection);
        return candidate;
    }
}
