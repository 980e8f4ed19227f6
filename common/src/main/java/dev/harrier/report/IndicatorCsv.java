package dev.harrier.report;

import dev.harrier.evidence.Indicator;
import dev.harrier.hunt.HuntPack;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code indicators.csv} (RFC 4180). A cell that a spreadsheet would run as a formula gets a leading apostrophe. */
public final class IndicatorCsv {
    private IndicatorCsv() {}

    /** The file's content. */
    public static String of(HuntPack pack) {
        List<Indicator> indicators = pack.evidence().indicators();
        String rows = indicators.stream().map(IndicatorCsv::row).collect(Collectors.joining());
        return "type,value,huntable,why,original\r\n" + rows;
    }

    private static String row(Indicator indicator) {
        return Stream.of(
                        indicator.type().word(),
                        indicator.value(),
                        Boolean.toString(indicator.huntable()),
                        indicator.why(),
                        indicator.quote().text())
                .map(IndicatorCsv::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String harmless = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        boolean plain = harmless.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? harmless : "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
