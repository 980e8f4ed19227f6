package dev.harrier.report.validation;

import dev.harrier.measure.LedgerEntry.DayCount;
import dev.harrier.report.ValidationReport;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.SeverityConfirmation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is different from the days before the window, in sentences of our own: no hostile word is in them. */
final class News {
    private final ReportView view;
    private final LocalDate from;

    private News(ReportView view) {
        this.view = view;
        this.from = view.report().window().from().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** A sentence a change; one that says so if there is none. */
    static List<String> of(ReportView view) {
        News news = new News(view);
        List<String> lines = new ArrayList<>();
        long rose = news.moves().filter(News::rose).count();
        long fell = news.moves().filter(News::fell).count();
        if (rose + fell > 0) {
            lines.add("severity rose " + CountWords.plural(rose, "time") + " and fell "
                    + CountWords.plural(fell, "time") + ", by article and target");
        }
        long fresh = view.report().verdicts().stream().filter(news::isFresh).count();
        if (fresh > 0) {
            lines.add(CountWords.plural(fresh, "hunt") + " hit after days that were counted without a hit");
        }
        int drift = Deviation.findings(view.report()).size();
        if (drift > 0) {
            lines.add(CountWords.plural(drift, "object") + " not as the packs want");
        }
        return lines.isEmpty()
                ? List.of("nothing: no severity moved, no hunt was hit for the first time, no drift")
                : lines;
    }

    private Stream<SeverityConfirmation> moves() {
        return view.report().packs().stream()
                .map(ValidationReport.Pack::confirmations)
                .flatMap(List::stream);
    }

    static boolean rose(SeverityConfirmation each) {
        return each.posterior().compareTo(each.prior()) > 0;
    }

    static boolean fell(SeverityConfirmation each) {
        return each.posterior().compareTo(each.prior()) < 0;
    }

    private boolean isFresh(HuntVerdict verdict) {
        List<Long> before = view.days(verdict.hunt().id(), verdict.target()).stream()
                .filter(day -> day.day().isBefore(from))
                .map(DayCount::counted)
                .flatMap(Optional::stream)
                .toList();
        return CountWords.isHit(verdict.count())
                && !before.isEmpty()
                && before.stream().allMatch(events -> events == 0);
    }
}
