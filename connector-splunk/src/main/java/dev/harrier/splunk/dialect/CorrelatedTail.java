package dev.harrier.splunk.dialect;

import dev.harrier.dialect.CorrelatedHunt;
import dev.harrier.hunt.sigma.Correlation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is said of events in the order of their times: for each of them, what lies before it within the time span. No window starts
 * at a mark of the clock, so nothing is missed between two of them (Search Reference, "streamstats").
 *
 * @param groups the columns that events must share
 */
record CorrelatedTail(CorrelatedHunt hunt, List<String> groups) {
    private static final String IN_ORDER = "\n| sort 0 _time";

    /** The column that has the time of an event that a rule finds. */
    static String step(int part) {
        return "step" + (part + 1);
    }

    boolean counts() {
        return CorrelatedRows.counts(hunt.correlation().type());
    }

    /**
     * Events, or values of a column.
     *
     * @param weighted whether each row has the {@code count} of its events
     */
    String counted(boolean weighted, String column) {
        long least = hunt.least().orElseThrow();
        boolean values = hunt.correlation().type() == Correlation.Type.VALUE_COUNT;
        if (!values && !weighted) {
            return lastOnes(least);
        }
        String count = values ? "dc(" + column + ")" : "sum(count)";
        return IN_ORDER + "\n| streamstats time_window=" + seconds() + "s " + count
                + " as reached min(_time) as firstTime" + by() + "\n| where reached>=" + least + rows();
    }

    /** So many events, the first of which is not too far back. */
    private String lastOnes(long least) {
        return IN_ORDER + "\n| streamstats global=f window=" + least + " count as reached min(_time) as firstTime"
                + by() + "\n| where reached>=" + least + " AND _time-firstTime<=" + seconds() + rows();
    }

    /** An event of each rule. */
    String inOrder() {
        boolean ordered = hunt.correlation().type() == Correlation.Type.TEMPORAL_ORDERED;
        return ordered ? chain() : nearby();
    }

    private String nearby() {
        String last =
                parts().mapToObj(i -> "max(" + step(i) + ") as last" + (i + 1)).collect(Collectors.joining(" "));
        String met = parts().mapToObj(i -> "if(_time-last" + (i + 1) + "<=" + seconds() + ",1,0)")
                .collect(Collectors.joining("+"));
        String first = parts().mapToObj(
                        i -> "if(_time-last" + (i + 1) + "<=" + seconds() + ",last" + (i + 1) + ",_time)")
                .collect(Collectors.joining(","));
        return IN_ORDER + "\n| streamstats " + last + by() + "\n| eval reached=" + met + "\n| where reached>="
                + hunt.least().orElseThrow() + "\n| eval firstTime=min(" + first + ")" + rows();
    }

    /** The latest start of a chain that has come so far; what happens in the same instant counts as in order. */
    private String chain() {
        if (hunt.least().orElseThrow() != hunt.parts().size()) {
            throw new Unsayable("an order of only some of the rules is not defined");
        }
        StringBuilder text = new StringBuilder("\n| eval position=case(")
                .append(parts().mapToObj(i -> "isnotnull(" + step(i) + ")," + (i + 1))
                        .collect(Collectors.joining(",")))
                .append(")\n| sort 0 _time position\n| eval start1=step1");
        for (int i = 2; i <= hunt.parts().size(); i++) {
            text.append("\n| streamstats max(start")
                    .append(i - 1)
                    .append(") as chain")
                    .append(i - 1)
                    .append(by());
            text.append("\n| eval start")
                    .append(i)
                    .append("=if(isnotnull(step")
                    .append(i)
                    .append("),chain")
                    .append(i - 1)
                    .append(",null())");
        }
        String start = "start" + hunt.parts().size();
        return text + "\n| where _time-" + start + "<=" + seconds() + "\n| eval firstTime=" + start + rows();
    }

    private IntStream parts() {
        return IntStream.range(0, hunt.parts().size());
    }

    private long seconds() {
        return hunt.correlation().timespan().toSeconds();
    }

    private String by() {
        return groups.isEmpty() ? "" : " by " + names();
    }

    private String names() {
        return groups.stream().map(FieldName::inTerm).collect(Collectors.joining(" "));
    }

    /** As a hunt's rows are: by UTC day. */
    private String rows() {
        return "\n| eval eventTime=_time\n| bin _time span=86400s"
                + "\n| stats count min(firstTime) as firstTime max(eventTime) as lastTime by _time"
                + (groups.isEmpty() ? "" : " " + names()) + CimRenderer.TIMES;
    }
}
