package dev.harrier.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import java.time.LocalDate;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** The contract for a connector whose stand-in holds events of single days, not only answers for a whole window. */
public abstract class DailyConnectorContract extends QuestionsConnectorContract {
    @Test
    void daysAddUpToTheWhole() {
        hold(SIGHTINGS);

        SortedMap<LocalDate, HitCount> days = daily();

        assertThat(days.keySet()).containsExactlyElementsOf(DAYS);
        assertThat(days.get(DAYS.get(0))).isEqualTo(new HitCount.Counted(Sighting.hits(SIGHTINGS.subList(0, 2)), 2));
        assertThat(days.get(DAYS.get(1))).isEqualTo(new HitCount.Counted(Sighting.hits(SIGHTINGS.subList(2, 4)), 2));
        assertThat(days.get(DAYS.get(2))).as("nothing to be searched").isInstanceOf(HitCount.Blind.class);
    }

    @Test
    void coverageOfDaysAddsUpToTheWhole() {
        hold(SIGHTINGS);

        SortedMap<LocalDate, Coverage> days = connector.dailyCoverage(
                EventKind.PROCESS_CREATION, DAYS.get(0), DAYS.get(2).plusDays(1));

        assertThat(days.keySet()).containsExactlyElementsOf(DAYS);
        assertThat(days.values()).extracting(Coverage::events).containsExactly(2L, 2L, 0L);
    }
}
