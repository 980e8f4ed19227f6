package dev.harrier.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.hunt.EventKind;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TelemetryTest {
    @Test
    void everyRecordingLoadsWithoutLosingALine() {
        Map<EventKind, Long> loaded = new EnumMap<>(EventKind.class);
        Map<String, Long> other = new TreeMap<>();
        long lines = 0;
        long duplicates = 0;
        try (Lab lab = Lab.inMemory()) {
            for (Path file : Corpus.telemetry()) {
                LoadReport report = lab.load(file);
                assertThat(report.bad()).as(file.toString()).isEmpty();
                assertThat(report.lines()).isEqualTo(report.events() + report.otherEvents() + report.duplicates());
                report.loaded().forEach((kind, count) -> loaded.merge(kind, count, Long::sum));
                report.other().forEach((source, count) -> other.merge(source, count, Long::sum));
                lines += report.lines();
                duplicates += report.duplicates();
            }
            assertThat(lab.span()).isPresent();
        }
        assertThat(lines).isGreaterThan(40_000);
        assertThat(duplicates).isPositive().isLessThan(loaded.get(EventKind.PROCESS_CREATION));
        assertThat(other).containsKey("sysmon/5").doesNotContainKey("sysmon/1");
        assertThat(loaded)
                .containsKeys(
                        EventKind.PROCESS_CREATION,
                        EventKind.PROCESS_ACCESS,
                        EventKind.SERVICE_CREATION,
                        EventKind.LOGON,
                        EventKind.PS_SCRIPT,
                        EventKind.PIPE_CREATED);
    }
}
