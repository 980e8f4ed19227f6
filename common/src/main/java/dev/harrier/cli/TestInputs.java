package dev.harrier.cli;

import dev.harrier.attack.EditDistance;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.sigma.SigmaRule;
import dev.harrier.hunt.sigma.ValueLists;
import dev.harrier.lab.Fixture;
import dev.harrier.lab.FixtureFolder;
import dev.harrier.lab.HuntCase;
import dev.harrier.pack.RuleFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What {@code test} is to test.
 *
 * @param cases hunts with their fixtures
 * @param problems of rules that are none, and of fixtures that belong to nothing
 */
record TestInputs(List<HuntCase> cases, List<String> problems) {
    TestInputs {
        cases = List.copyOf(cases);
        problems = List.copyOf(problems);
    }

    static TestInputs read(List<Path> paths, ValueLists values) {
        Reading reading = new Reading(values);
        paths.stream()
                .flatMap(path -> RuleFiles.files(path).stream())
                .distinct()
                .forEach(reading::rules);
        paths.forEach(reading::strays);
        return reading.done();
    }

    private static final class Reading {
        private final List<HuntCase> cases = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private final Map<Path, FixtureFolder> folders = new LinkedHashMap<>();
        private final Set<String> names = new TreeSet<>();
        private final ValueLists values;

        Reading(ValueLists values) {
            this.values = values;
        }

        void rules(Path file) {
            RuleFiles read = RuleFiles.read(List.of(file), values);
            read.problems().forEach(problem -> problems.add(problem.toString()));
            List<Fixture> beside = FixtureFolder.beside(file).stream()
                    .map(folder -> folders.computeIfAbsent(folder, FixtureFolder::read))
                    .flatMap(folder -> folder.fixtures().stream())
                    .toList();
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
            names.add(name);
            for (SigmaRule rule : read.rules()) {
                if (rule.logic().isPresent()) {
                    add(rule.toHunt(), name, beside);
                }
            }
        }

        /** Fixtures right below a folder that was named, where no rule is beside them. */
        void strays(Path named) {
            Path folder = named.resolve("tests").toAbsolutePath().normalize();
            if (Files.isDirectory(folder) && !folders.containsKey(folder)) {
                folders.put(folder, new FixtureFolder(FixtureFolder.read(folder).fixtures(), List.of()));
            }
        }

        private void add(Hunt hunt, String name, List<Fixture> beside) {
            List<Fixture> own = beside.stream()
                    .filter(fixture -> fixture.hunt().equals(name)
                            || fixture.hunt().equals(hunt.id().toString()))
                    .toList();
            cases.add(new HuntCase(hunt, own));
        }

        TestInputs done() {
            folders.forEach((folder, content) -> {
                content.strangers()
                        .forEach(file ->
                                problems.add(file + ": its name must end in .hit, .miss, .3 or .2-5 before .jsonl"));
                content.fixtures().stream()
                        .filter(fixture -> !belongs(folder, fixture.hunt()))
                        .forEach(fixture -> problems.add(fixture.file() + ": there is no rule " + fixture.hunt()
                                + " beside it" + nearest(fixture.hunt())));
            });
            return new TestInputs(cases, problems);
        }

        private String nearest(String stranger) {
            return names.stream()
                    .min(Comparator.comparingInt(name -> EditDistance.between(stranger, name)))
                    .map(name -> "; the nearest is " + name)
                    .orElse("");
        }

        /** An id may be that of a rule that is not tested now. */
        private static boolean belongs(Path folder, String hunt) {
            return hunt.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                    || Stream.of("../", "../hunts/")
                            .flatMap(place -> Stream.of(place + hunt + ".yml", place + hunt + ".yaml"))
                            .anyMatch(rule -> Files.exists(folder.resolve(rule)));
        }
    }
}
