package dev.harrier.dist.bench;

import dev.harrier.assess.Severity;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import dev.harrier.hunt.sigma.SigmaWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Made hunts as articles bring them: lists of indicators, and behaviour of one to eight clauses. The same seed makes the same ones. */
final class MadeHunts {
    private static final int IN_A_PACK = 20;
    private static final List<String> SYLLABLES =
            List.of("ka", "lo", "mi", "ren", "tos", "vu", "zer", "bra", "qui", "nel", "dor", "phi", "sta", "gul");
    private static final List<String> TECHNIQUES =
            List.of("T1059.001", "T1059.003", "T1071.001", "T1105", "T1003.001", "T1547.001", "T1567.002", "T1021.002");

    private final Random random;

    MadeHunts(long seed) {
        this.random = new Random(seed);
    }

    /** Writes so many as packs of twenty. */
    void write(Path folder, int hunts) throws IOException {
        for (int i = 0; i < hunts; i++) {
            Path pack = folder.resolve(String.format(Locale.ROOT, "pack-%05d", i / IN_A_PACK));
            if (i % IN_A_PACK == 0) {
                Files.createDirectories(pack.resolve("hunts"));
                Files.writeString(pack.resolve("pack.json"), facts(i / IN_A_PACK));
            }
            Hunt hunt = next(i);
            Files.writeString(pack.resolve("hunts").resolve(hunt.fileName() + ".yml"), SigmaWriter.write(hunt));
        }
    }

    private static String facts(int pack) {
        return String.format(
                Locale.ROOT,
                "{\"article\":{\"title\":\"Made article %d\",\"published\":\"2026-11-%02d\"},\"severity\":{\"level\":\"high\"}}%n",
                pack,
                1 + pack % 20);
    }

    /** The next one; {@code number} tells it apart. */
    Hunt next(int number) {
        boolean named = random.nextInt(10) < 4;
        Logic logic = named ? indicators() : behaviour();
        return new Hunt(
                HuntId.derived("made", Integer.toString(number)),
                "Made " + number + ": " + word() + " " + word(),
                "Made to measure with.",
                named ? Hunt.Kind.INDICATOR : Hunt.Kind.BEHAVIOUR,
                logic,
                pick(List.of(Severity.values())),
                pick(List.of(Hunt.Confidence.values())),
                List.of(pick(TECHNIQUES), pick(TECHNIQUES)),
                List.of(),
                List.of("https://" + word() + ".example/articles/" + number),
                List.of(),
                named ? Optional.of(Duration.ofDays(90)) : Optional.empty(),
                "a bench needs it");
    }

    private Logic indicators() {
        int many = 1 + random.nextInt(40);
        return switch (random.nextInt(4)) {
            case 0 -> any(EventKind.DNS_QUERY, "QueryName", many, () -> TextPattern.endingWith(word() + ".example"));
            case 1 -> any(EventKind.NETWORK_CONNECTION, "DestinationIp", many, () -> TextPattern.exactly(address()));
            case 2 -> any(EventKind.PROCESS_CREATION, "Hashes", many, () -> TextPattern.containing("SHA256=" + hash()));
            default ->
                any(EventKind.FILE_EVENT, "TargetFilename", many, () -> TextPattern.endingWith("\\" + word() + ".exe"));
        };
    }

    private Logic any(EventKind kind, String field, int many, Supplier<TextPattern> values) {
        List<Condition> parts = Stream.generate(() -> (Condition) like(field, values.get()))
                .limit(many)
                .toList();
        return new Logic.Detection(kind, new Condition.Any(parts));
    }

    private Logic behaviour() {
        return switch (random.nextInt(3)) {
            case 0 ->
                new Logic.Detection(
                        EventKind.REGISTRY_SET,
                        new Condition.All(List.of(
                                like("TargetObject", TextPattern.containing("\\Run\\" + word())),
                                like("Details", TextPattern.containing(word())))));
            case 1 ->
                new Logic.Detection(
                        EventKind.IMAGE_LOAD,
                        new Condition.All(List.of(
                                like("Image", TextPattern.endingWith("\\" + word() + ".exe")),
                                like("ImageLoaded", TextPattern.endingWith("\\" + word() + ".dll")))));
            default -> process();
        };
    }

    private Logic process() {
        List<Condition> parts = new ArrayList<>();
        parts.add(like("Image", TextPattern.endingWith("\\" + word() + ".exe")));
        int clauses = random.nextInt(7);
        for (int i = 0; i < clauses; i++) {
            parts.add(like("CommandLine", TextPattern.containing("-" + word() + " ")));
        }
        parts.add(new Condition.Not(like("ParentImage", TextPattern.endingWith("\\" + word() + ".exe"))));
        return new Logic.Detection(EventKind.PROCESS_CREATION, new Condition.All(parts));
    }

    private static Condition.Match like(String field, TextPattern pattern) {
        return new Condition.Match(field, new FieldTest.Like(pattern, false));
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        int syllables = 2 + random.nextInt(4);
        for (int i = 0; i < syllables; i++) {
            word.append(pick(SYLLABLES));
        }
        return word.toString();
    }

    private String address() {
        return "203.0." + random.nextInt(256) + "." + random.nextInt(256);
    }

    private String hash() {
        return String.format(
                Locale.ROOT,
                "%016x%016x%016x%016x",
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong());
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
