package dev.harrier.report;

import dev.harrier.evidence.Indicator;
import dev.harrier.hunt.HuntPack;
import java.util.List;
import java.util.stream.Collectors;

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
        return Csv.row(
                indicator.type().word(),
                indicator.value(),
                Boolean.toString(indicator.huntable()),
                indicator.why(),
                indicator.quote().text());
    }
}
