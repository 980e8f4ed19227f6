package dev.harrier.config;

import dev.harrier.assess.Severity;
import dev.harrier.connector.Secret;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Marker;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the section {@code targets}. */
final class TargetReader {
    private static final List<String> KEYS =
            List.of("kind", "settings", "state", "hunts", "events-per-day", "over-budget");
    private static final String FILE = "-file";
    private static final String VARIABLE = "-env";

    private TargetReader() {}

    static List<TargetConfiguration> read(Section targets, Problems problems) {
        List<TargetConfiguration> read = new ArrayList<>();
        for (String name : targets.keys()) {
            if (!Marker.isDeploymentName(name) || name.equals("lab")) {
                problems.add(
                        targets.mark(name),
                        "a target's name is of letters, digits and . _ - (40 at most) and not lab: " + name);
            }
            if (targets.isEmpty(name)) {
                read.add(TargetConfiguration.unnamed(name));
            }
            targets.section(name, KEYS, TargetReader::hint).ifPresent(target -> read.add(target(name, target)));
        }
        return read;
    }

    /** A connector's own settings are easily put a level too high. */
    private static String hint(String stranger) {
        return " (did you mean settings." + stranger + "?)";
    }

    private static TargetConfiguration target(String name, Section target) {
        SortedMap<String, String> settings = new TreeMap<>();
        SortedMap<String, String> files = new TreeMap<>();
        SortedMap<String, String> variables = new TreeMap<>();
        target.anySection("settings").ifPresent(section -> section.map()
                .forEach((key, value) -> sort(section, key, value, settings, files, variables)));
        return new TargetConfiguration(
                name,
                target.text("kind").orElse(name),
                settings,
                files,
                variables,
                target.value("state", "shadow or live", Section.word(Deployment.State.class))
                        .orElse(Deployment.State.SHADOW),
                target.section("hunts", List.of("severity", "kinds", "except"))
                        .map(TargetReader::filter)
                        .orElse(HuntFilter.ALL),
                budget(target));
    }

    private static Optional<QueryBudget> budget(Section target) {
        QueryBudget.Over over = target.value("over-budget", "say, skip or refuse", Section.word(QueryBudget.Over.class))
                .orElse(QueryBudget.Over.SAY);
        return target.value(
                "events-per-day",
                "a whole number of events, at least 1",
                text -> new QueryBudget(Long.parseLong(text), over));
    }

    private static void sort(
            Section section,
            String key,
            String value,
            SortedMap<String, String> settings,
            SortedMap<String, String> files,
            SortedMap<String, String> variables) {
        Optional<String> byFile = credential(key, FILE);
        Optional<String> byVariable = credential(key, VARIABLE);
        if (Secret.NAMES.contains(key)) {
            section.wrong(
                    key,
                    "is a credential, which may not stand in this file: use " + key + FILE + " or " + key + VARIABLE);
        } else if (byFile.isPresent()) {
            files.put(byFile.get(), value);
        } else if (byVariable.isPresent()) {
            variables.put(byVariable.get(), value);
        } else {
            settings.put(key, value);
        }
    }

    private static Optional<String> credential(String key, String ending) {
        return Optional.of(key)
                .filter(name -> name.endsWith(ending))
                .map(name -> name.substring(0, name.length() - ending.length()))
                .filter(Secret.NAMES::contains);
    }

    private static HuntFilter filter(Section hunts) {
        Set<Hunt.Kind> kinds = new HashSet<>(
                hunts.values("kinds", "indicator, behaviour, catalogue or exposure", Section.word(Hunt.Kind.class)));
        Set<String> except = new HashSet<>();
        hunts.values("except", "a hunt's id", HuntId::parse).forEach(id -> except.add(id.toString()));
        return new HuntFilter(
                hunts.value("severity", "a severity", Section.word(Severity.class))
                        .orElse(Severity.INFORMATIONAL),
                kinds.isEmpty() ? HuntFilter.ALL.kinds() : kinds,
                except);
    }
}
