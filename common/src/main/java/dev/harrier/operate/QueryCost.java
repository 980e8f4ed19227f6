package dev.harrier.operate;

import dev.harrier.deploy.Cadence;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.Logic;
import java.util.OptionalLong;

/**
 * What it costs a target to run one hunt by its schedule, by estimate: the events of its kind in a day, times how often the schedule
 * reads each, times the weight of how they are read. It compares hunts, and says nothing of seconds or bytes. Immutable.
 *
 * @param cadence when it runs
 * @param events of its kind in a usual day, where that was measured
 * @param scan how they are read
 */
public record QueryCost(Cadence cadence, OptionalLong events, Scan scan) {
    /** How events are read; the weights are an order, not a measurement. */
    public enum Scan {
        /** One table or data model, filtered. */
        FILTER(1),
        /** An analyst's own query, with statistics or joins. */
        STATISTICS(3),
        /** Events that no data model knows: their text is searched. */
        TEXT(5);

        private final int weight;

        Scan(int weight) {
            this.weight = weight;
        }

        /** How a hunt reads. */
        public static Scan of(Hunt hunt) {
            if (hunt.logic() instanceof Logic.NativeQuery) {
                return STATISTICS;
            }
            return hunt.logic().kind() == EventKind.OTHER ? TEXT : FILTER;
        }
    }

    /** Weighted events read in a day; empty where the volume is not known. */
    public OptionalLong perDay() {
        return events.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.round(events.getAsLong() * cadence.passes() * scan.weight));
    }
}
