package dev.harrier.cli;

import dev.harrier.assess.Assessment;
import dev.harrier.assess.Reason;
import dev.harrier.evidence.DroppedCandidate;
import dev.harrier.evidence.Indicator;
import dev.harrier.hunt.HuntPack;
import java.util.ArrayList;
import java.util.List;

/** Evidence and assessment of one article on a terminal. */
final class EvidenceTable {
    private EvidenceTable() {}

    static String of(HuntPack pack) {
        Assessment assessment = pack.assessment();
        List<String> parts = new ArrayList<>();
        parts.add(Printable.of(pack.article().title()));
        parts.add(relevance(assessment) + "\n" + severity(assessment));
        parts.add(indicators(pack));
        parts.add(techniques(assessment));
        return String.join("\n\n", parts) + "\n";
    }

    private static String relevance(Assessment assessment) {
        return "relevance: " + assessment.relevance().kind().words()
                + (assessment.relevance().threat() ? ", a threat" : ", no threat");
    }

    private static String severity(Assessment assessment) {
        StringBuilder text = new StringBuilder("severity on paper: ")
                .append(assessment.severity().level().word())
                .append(" (")
                .append(assessment.severity().score())
                .append(")");
        for (Reason reason : assessment.severity().reasons()) {
            text.append("\n  ").append(String.format("%+4d  ", reason.points())).append(Printable.of(reason.why()));
        }
        return text.toString();
    }

    private static String indicators(HuntPack pack) {
        TextTable table = new TextTable("INDICATOR", "VALUE", "HUNTABLE", "WHY");
        for (Indicator indicator : pack.evidence().indicators()) {
            table.row(indicator.type().word(), indicator.value(), indicator.huntable() ? "yes" : "no", indicator.why());
        }
        for (DroppedCandidate dropped : pack.evidence().dropped()) {
            table.row(dropped.type().word(), dropped.value(), "dropped", dropped.reason());
        }
        return table.text();
    }

    private static String techniques(Assessment assessment) {
        TextTable table = new TextTable("TECHNIQUE", "NAME", "SCORE", "WHY");
        assessment
                .techniques()
                .forEach(t ->
                        table.row(t.technique().id(), t.technique().name(), String.format("%.2f", t.score()), t.why()));
        return table.text();
    }
}
