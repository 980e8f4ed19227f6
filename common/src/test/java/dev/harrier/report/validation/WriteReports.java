package dev.harrier.report.validation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.report.ValidationReport;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes every format of a sample report into a folder, with sizes and CPU times: {@code FOLDER [NUMBER-OF-HUNTS]}. */
final class WriteReports {
    private static final long SEED = 7;

    private WriteReports() {}

    /** For {@code scripts/bench-reports} and for looking at the pages. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        ValidationReport report =
                arguments.length > 1 ? SampleReports.of(Integer.parseInt(arguments[1]), SEED) : SampleReports.byHand();
        for (ReportFormat format : ReportFormat.values()) {
            long begin = cpu();
            byte[] text = format.of(report).getBytes(UTF_8);
            Files.write(folder.resolve("report." + format.word()), text);
            System.out.printf("%-11s %,12d bytes %6d ms CPU%n", format.word(), text.length, cpu() - begin);
        }
        long begin = cpu();
        try (Reader json = Files.newBufferedReader(folder.resolve("report.json"))) {
            SavedReport.read(json);
        }
        System.out.printf("%-11s %25d ms CPU%n", "read back", cpu() - begin);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }
}
