package dev.harrier.report;

import dev.harrier.assess.PaperSeverity;
import dev.harrier.assess.Reason;
import dev.harrier.evidence.NamedThreat;
import dev.harrier.evidence.Vulnerability;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A briefing's first screen: what happened, how grave, who, which hunts, which of them first, what they need, what is left to people. */
final class BriefingSummary {
    private static final int REASONS = 2;
    private static final int NAMES = 3;
    private static final int KINDS = 4;

    private final HuntPack pack;
    private final HuntQueries queries;
    private final List<String> lines = new ArrayList<>();

    private BriefingSummary(HuntPack pack, HuntQueries queries) {
        this.pack = pack;
        this.queries = queries;
    }

    static String of(HuntPack pack, HuntQueries queries) {
        return new BriefingSummary(pack, queries).text();
    }

    private String text() {
        TellingSentence.of(pack).ifPresent(sentence -> lines.add("> " + Markdown.quote(sentence) + "\n"));
        line("Severity on paper", severity());
        line("Named", named());
        line("Run first", first());
        line("Telemetry needed", telemetry());
        line("By hand", CheckedByHand.inShort(pack, queries));
        String table = pack.hunts().isEmpty() ? "" : "\n\n" + HuntTable.of(pack.hunts());
        return String.join("\n", lines) + table;
    }

    private void line(String label, String words) {
        if (!words.isEmpty()) {
            lines.add("- **" + label + ":** " + words);
        }
    }

    private String severity() {
        PaperSeverity severity = pack.assessment().severity();
        String reasons = weightiest(severity)
                .map(reason -> Markdown.text(reason.why()) + " (+" + reason.points() + ")")
                .collect(Collectors.joining(", "));
        return severity.level().word() + ", " + severity.score() + " of 100"
                + (reasons.isEmpty() ? "" : ": " + reasons);
    }

    /** Those that rest on the article's words, if there are any. */
    private static Stream<Reason> weightiest(PaperSeverity severity) {
        List<Reason> adding = severity.reasons().stream()
                .filter(reason -> reason.points() > 0)
                .toList();
        boolean quoted = adding.stream().anyMatch(reason -> reason.quote().isPresent());
        return adding.stream()
                .filter(reason -> !quoted || reason.quote().isPresent())
                .limit(REASONS);
    }

    private String named() {
        List<String> parts = new ArrayList<>();
        for (NamedThreat.Kind kind : NamedThreat.Kind.values()) {
            names(
                            ThreatWords.of(kind),
                            pack.evidence().threats().stream()
                                    .filter(threat -> threat.kind() == kind)
                                    .map(NamedThreat::name)
                                    .toList())
                    .ifPresent(parts::add);
        }
        names(
                        "",
                        pack.evidence().vulnerabilities().stream()
                                .map(Vulnerability::id)
                                .toList())
                .ifPresent(parts::add);
        return parts.isEmpty() ? "nobody and nothing" : String.join("; ", parts);
    }

    private static Optional<String> names(String what, List<String> names) {
        String shown = names.stream().limit(NAMES).map(Markdown::text).collect(Collectors.joining(", "));
        String more = names.size() > NAMES ? " and " + (names.size() - NAMES) + " more" : "";
        return names.isEmpty() ? Optional.empty() : Optional.of((what + " " + shown + more).strip());
    }

    private String first() {
        List<Hunt> order = HuntOrder.of(pack.hunts());
        return order.stream()
                .filter(queries::areWhole)
                .findFirst()
                .or(() -> order.stream().findFirst())
                .map(this::first)
                .orElse("");
    }

    private String first(Hunt hunt) {
        int grounds = hunt.grounds().size();
        boolean named = hunt.kind() != Hunt.Kind.CATALOGUE && grounds > 0;
        return Markdown.text(hunt.title()) + " (the gravest and surest: "
                + hunt.severity().word() + " severity, "
                + hunt.confidence().word() + " confidence"
                + (named ? "; " + grounds + (grounds == 1 ? " thing" : " things") + " the article names" : "")
                + ")";
    }

    private String telemetry() {
        Map<String, Integer> kinds = new TreeMap<>();
        pack.hunts().forEach(hunt -> kinds.merge(hunt.logic().kind().words(), 1, Integer::sum));
        String shown = kinds.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(KINDS)
                .map(kind -> kind.getKey() + " (" + kind.getValue() + ")")
                .collect(Collectors.joining(", "));
        int others = kinds.size() - KINDS;
        return shown + (others > 0 ? " and " + others + (others == 1 ? " other kind" : " other kinds") : "");
    }
}
