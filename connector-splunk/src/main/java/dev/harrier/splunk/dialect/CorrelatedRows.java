package dev.harrier.splunk.dialect;

import dev.harrier.dialect.CorrelatedHunt;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.sigma.Correlation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The events of all rules from one search, with their times.
 *
 * @param source the search
 * @param groups the columns that events must share
 * @param counted whether a row stands for {@code count} events of one second, not for one
 */
record CorrelatedRows(CorrelatedHunt hunt, String source, Columns columns, List<String> groups, boolean counted) {
    private static final String OTHER_LOGS =
            "the rules look at different logs or fields: an event that both find would be" + " counted twice";

    /**
     * Rows of one CIM dataset.
     *
     * @throws Unsayable if no one dataset has them
     */
    static CorrelatedRows cim(CorrelatedHunt hunt, SplOptions options) {
        Logic.Detection all = merged(hunt);
        Columns columns = SplTables.cim(all.kind())
                .orElseThrow(
                        () -> new Unsayable("CIM has no dataset for " + all.events() + " events; use the raw profile"));
        List<String> groups = groups(hunt, columns);
        List<String> asked = new ArrayList<>(groups);
        hunt.correlation().field().ifPresent(f -> asked.add(columns.of(f).column()));
        Condition condition = Respelling.of(all.condition(), columns);
        return new CorrelatedRows(hunt, CimRenderer.seconds(condition, columns, asked, options), columns, groups, true);
    }

    /**
     * Raw events of one place.
     *
     * @throws Unsayable if there is none, or several
     */
    static CorrelatedRows raw(CorrelatedHunt hunt, SplOptions options) {
        Logic.Detection all = merged(hunt);
        RawPlace place = RawPlace.of(all).orElseGet(() -> RawPlace.anywhere(all));
        String source = RawRenderer.events(all.condition(), place, options);
        return new CorrelatedRows(hunt, source, place.columns(), groups(hunt, place.columns()), false);
    }

    private static Logic.Detection merged(CorrelatedHunt hunt) {
        return hunt.merged().orElseThrow(() -> new Unsayable(OTHER_LOGS));
    }

    private static List<String> groups(CorrelatedHunt hunt, Columns columns) {
        return hunt.correlation().groupBy().stream()
                .map(g -> columns.of(hunt.field(g, 0)).column())
                .toList();
    }

    String text() {
        CorrelatedTail tail = new CorrelatedTail(hunt, groups);
        return source + present() + (tail.counts() ? tail.counted(counted, value()) : steps() + tail.inOrder());
    }

    private String value() {
        return hunt.correlation()
                .field()
                .map(f -> FieldName.inTerm(columns.of(f).column()))
                .orElse("");
    }

    /** An event without the field shares it with none. */
    private String present() {
        List<String> tests = new ArrayList<>();
        groups.forEach(g -> tests.add(present(g)));
        hunt.correlation()
                .field()
                .ifPresent(f -> tests.add(present(columns.of(f).column())));
        return tests.isEmpty() ? "" : "\n| where " + String.join(" AND ", tests);
    }

    private String present(String column) {
        return columns.inEval(column) + "!=\"\"";
    }

    /** The time of the event for each rule that finds it. */
    private String steps() {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < hunt.parts().size(); i++) {
            Condition condition = Respelling.of(hunt.parts().get(i).condition(), columns);
            steps.add(
                    CorrelatedTail.step(i) + "=if(" + condition.accept(new EvalConditions(columns)) + ",_time,null())");
        }
        return steps.stream().collect(Collectors.joining(", ", "\n| eval ", ""));
    }

    static boolean counts(Correlation.Type type) {
        return type == Correlation.Type.EVENT_COUNT || type == Correlation.Type.VALUE_COUNT;
    }
}
