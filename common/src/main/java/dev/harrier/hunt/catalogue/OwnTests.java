package dev.harrier.hunt.catalogue;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Leaves;
import dev.harrier.hunt.TextPattern;
import dev.harrier.hunt.sigma.SigmaRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What selects a rule that doesn't say it: the programs and texts that its own tests ask for. */
final class OwnTests {
    private static final Set<String> PROGRAMS = Set.of("Image", "ParentImage", "OriginalFileName", "SourceImage");
    private static final Set<String> TEXTS = Set.of(
            "CommandLine",
            "ParentCommandLine",
            "TargetObject",
            "Details",
            "TargetFilename",
            "ImagePath",
            "ServiceName",
            "TaskName",
            "PipeName");
    private static final int SHORTEST_FRAGMENT = 5;

    private OwnTests() {}

    /** With programs only where the rule asks for no text, for a program alone is weak evidence. */
    static CatalogueEntry entry(SigmaRule rule) {
        List<String> programs = new ArrayList<>();
        List<String> fragments = new ArrayList<>();
        rule.detection().ifPresent(d -> Leaves.asked(d.condition()).forEach(match -> {
            literal(match)
                    .filter(t -> PROGRAMS.contains(match.field()))
                    .map(OwnTests::baseName)
                    .ifPresent(programs::add);
            literal(match)
                    .filter(t -> TEXTS.contains(match.field()) && t.strip().length() >= SHORTEST_FRAGMENT)
                    .ifPresent(fragments::add);
        }));
        return new CatalogueEntry(rule, fragments.isEmpty() ? programs : List.of(), fragments, List.of());
    }

    private static Optional<String> literal(Condition.Match match) {
        if (!(match.test() instanceof FieldTest.Like like)) {
            return Optional.empty();
        }
        TextPattern pattern = like.pattern();
        return pattern.exact()
                .or(pattern::suffix)
                .or(pattern::contained)
                .or(pattern::prefix)
                .filter(t -> !t.isBlank());
    }

    private static String baseName(String path) {
        return path.substring(path.lastIndexOf('\\') + 1);
    }
}
