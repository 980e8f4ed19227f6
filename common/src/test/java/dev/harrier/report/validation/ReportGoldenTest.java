package dev.harrier.report.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every format of one report, whole, as it was reviewed; the page without its stylesheet. {@code scripts/golden} writes the expected
 * files anew; read the difference before it is committed.
 */
class ReportGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/harrier/report/validation/golden");

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void readsAsItWasReviewed(ReportFormat format) throws IOException {
        assertThat(text(format)).isEqualTo(Files.readString(FOLDER.resolve(name(format))));
    }

    /** Writes the files into the folder that is given. */
    public static void main(String[] arguments) throws IOException {
        for (ReportFormat format : ReportFormat.values()) {
            Files.write(
                    Path.of(arguments[0]).resolve(name(format)), text(format).getBytes(UTF_8));
        }
    }

    private static String name(ReportFormat format) {
        return "report." + format.word();
    }

    /** Git may change the ends of lines. */
    private static String text(ReportFormat format) {
        return format.of(SampleReports.byHand())
                .replace("\r\n", "\n")
                .replaceFirst("<style>[^<]*</style>", "<style></style>")
                .replaceFirst("sha256-[A-Za-z0-9+/=]+", "sha256-");
    }
}
