package dev.harrier.report.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.report.ValidationReport;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Four times the hunts take about four times as long in every format; sixteen times would be quadratic. */
@Tag("slow")
class ReportsGrowLinearlyTest {
    @Test
    void everyFormat() {
        ValidationReport small = SampleReports.of(2_500, 1);
        ValidationReport large = SampleReports.of(10_000, 1);
        for (ReportFormat format : ReportFormat.values()) {
            fastest(format, small);
            double once = Math.max(20, fastest(format, small));
            assertThat(fastest(format, large) / once).as(format.word()).isLessThan(10);
        }
    }

    /** In milliseconds of this thread. */
    private static double fastest(ReportFormat format, ValidationReport report) {
        double fastest = Double.MAX_VALUE;
        for (int i = 0; i < 2; i++) {
            long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            assertThat(format.of(report)).isNotEmpty();
            long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            fastest = Math.min(fastest, (end - begin) / 1e6);
        }
        return fastest;
    }
}
