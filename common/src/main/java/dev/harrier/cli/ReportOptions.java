package dev.harrier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.attack.EditDistance;
import dev.harrier.report.ValidationReport;
import dev.harrier.report.validation.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** In which formats a validation's report is written, and where. */
final class ReportOptions {
    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            converter = {FormatWord.class, FilePath.class},
            description = "Write the report; may be repeated. Formats: markdown, html, json, ndjson, junit, sarif,"
                    + " navigator, stix, csv, prometheus.")
    private Map<ReportFormat, Path> files = new TreeMap<>();

    /** A format by its word, in any case. */
    static final class FormatWord implements ITypeConverter<ReportFormat> {
        @Override
        public ReportFormat convert(String word) {
            return Arrays.stream(ReportFormat.values())
                    .filter(format -> format.word().equals(word.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "no format " + word + "; did you mean " + nearest(word) + "? All: " + words()));
        }

        private static String nearest(String word) {
            return Arrays.stream(ReportFormat.values())
                    .map(ReportFormat::word)
                    .min(Comparator.comparingInt(each -> EditDistance.between(word.toLowerCase(Locale.ROOT), each)))
                    .orElse("");
        }

        private static String words() {
            return Arrays.stream(ReportFormat.values()).map(ReportFormat::word).collect(Collectors.joining(", "));
        }
    }

    /** A file's path. */
    static final class FilePath implements ITypeConverter<Path> {
        @Override
        public Path convert(String path) {
            return Path.of(path);
        }
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** Writes what was asked for. */
    void write(ValidationReport report, Console console) {
        files.forEach((format, file) -> {
            write(file, format.of(report));
            console.progress("wrote " + file);
        });
    }

    /** Writes a report; half a surrogate pair, which an article may hold, becomes a question mark instead of a failure. */
    static void write(Path file, String text, OpenOption... how) {
        try {
            Files.write(file, text.getBytes(UTF_8), how);
        } catch (IOException e) {
            throw new UnreadableException("cannot write " + file + ": " + e, e);
        }
    }
}
