package dev.harrier.assess;

import dev.harrier.attack.AttackCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Techniques per report on AnnoCTR's 86 train and dev reports, five folds by report: the calibration is learnt on four and measured on
 * the fifth; the classifier has seen none of them. The rules were written with these reports at hand, so that theirs are no honest
 * figures: the classifier's are.
 */
final class ReportMeasure {
    private static final Pattern ID = Pattern.compile("\\bT\\d{4}(?:\\.\\d{3})?\\b");
    private static final long SEED = 1;

    private final List<LabelledReport> reports;
    private final Folds folds;

    /** What a fold's calibration thinks of one technique in one report that it hasn't seen. */
    record Judged(LabelledReport report, TechniqueGrounds grounds, double probability) {
        boolean right() {
            return report.shows(grounds.parent().id());
        }
    }

    ReportMeasure(List<LabelledReport> reports) {
        this.reports = reports;
        this.folds = new Folds(reports.stream().map(LabelledReport::id).toList(), SEED);
    }

    /** Every technique for which anything of the allowed kinds speaks, judged by the folds that it isn't in. */
    List<Judged> judge(Predicate<Ground> allowed) {
        List<LabelledReport> seen =
                reports.stream().map(report -> only(report, allowed)).toList();
        List<Judged> all = new ArrayList<>();
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            int held = fold;
            TechniqueCalibration calibration = CalibrationTrainer.learn(
                    seen.stream().filter(r -> folds.of(r.id()) != held).toList());
            seen.stream()
                    .filter(report -> folds.of(report.id()) == held && report.account())
                    .forEach(report -> report.grounds()
                            .forEach(
                                    grounds -> all.add(new Judged(report, grounds, calibration.probability(grounds)))));
        }
        return all;
    }

    private static LabelledReport only(LabelledReport report, Predicate<Ground> allowed) {
        List<TechniqueGrounds> some = report.grounds().stream()
                .map(grounds -> new TechniqueGrounds(
                        grounds.parent(),
                        grounds.drafts().stream()
                                .filter(draft -> allowed.test(draft.ground()))
                                .toList()))
                .filter(grounds -> !grounds.drafts().isEmpty())
                .toList();
        return new LabelledReport(
                report.id(), report.article(), report.gold(), report.account(), report.evidence(), some);
    }

    /** What is told of each report at an operating point. */
    Map<String, Set<String>> told(List<Judged> judged, double point) {
        return judged.stream()
                .filter(one -> TechniqueFinder.isTold(one.grounds(), one.probability(), point))
                .collect(Collectors.groupingBy(
                        one -> one.report().id(),
                        TreeMap::new,
                        Collectors.flatMapping(
                                one -> one.grounds().findings(one.probability()).stream()
                                        .map(finding -> finding.technique().id()),
                                Collectors.toSet())));
    }

    /** All that rules find, whatever the calibration says. */
    Map<String, Set<String>> rules() {
        return reports.stream()
                .filter(LabelledReport::account)
                .collect(Collectors.toMap(LabelledReport::id, report -> report.grounds().stream()
                        .flatMap(grounds -> grounds.drafts().stream())
                        .filter(draft -> draft.ground().isRule())
                        .map(draft -> draft.technique().id())
                        .collect(Collectors.toSet())));
    }

    /** The id-or-name match that the corpus's README measures others with. */
    Map<String, Set<String>> idsAndNames() {
        AttackCatalogue catalogue = AttackCatalogue.shipped();
        PhraseBook names = new PhraseBook(
                catalogue.techniques().stream()
                        .filter(technique -> technique.revokedBy().isEmpty() && !technique.deprecated())
                        .map(technique -> new String[] {
                            technique.id(), Pattern.quote(technique.name().toLowerCase(Locale.ROOT))
                        })
                        .toList(),
                0,
                1);
        return reports.stream()
                .collect(Collectors.toMap(
                        LabelledReport::id,
                        report -> idsAndNames(report.article().text(), names)));
    }

    private static Set<String> idsAndNames(String text, PhraseBook names) {
        Set<String> found = names.in(text).stream().map(PhraseBook.Hit::label).collect(Collectors.toSet());
        found.addAll(ID.matcher(text).results().map(MatchResult::group).toList());
        return found;
    }

    List<Tally> exact(Map<String, Set<String>> told) {
        return reports.stream()
                .map(report -> Tally.exact(report.gold(), told.getOrDefault(report.id(), Set.of())))
                .toList();
    }

    List<Tally> parents(Map<String, Set<String>> told) {
        return reports.stream()
                .map(report -> Tally.parents(report.gold(), told.getOrDefault(report.id(), Set.of())))
                .toList();
    }
}
