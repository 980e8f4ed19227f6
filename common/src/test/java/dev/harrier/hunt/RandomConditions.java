package dev.harrier.hunt;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Seeded conditions over the event model, hostile values included (quotes, backslashes, wildcards as literals, newlines, markup,
 * text beyond the basic plane; neither NUL nor lone surrogates). Only tests that make sense for the field's type: text tests on
 * texts and paths, numbers on integers, networks on addresses. The same seed gives the same sequence. Not thread-safe.
 */
public final class RandomConditions {
    private static final List<String> EXPRESSIONS = List.of(
            "cmd\\.exe",
            "^C:",
            "exe$",
            "[0-9]+",
            "(foo|bar)",
            "a.c",
            "power[a-z]{3,9}",
            "\\\\temp\\\\",
            "x{1,2}",
            "-enc\\s",
            "\\d\\.\\d",
            "^$");

    private final Random random;
    private final RandomTexts texts;

    public RandomConditions(long seed) {
        this.random = new Random(seed);
        this.texts = new RandomTexts(random);
    }

    /** A detection over any kind of event, at most four levels deep. */
    public Logic.Detection next() {
        return next(texts.pick(List.of(EventKind.values())));
    }

    /** A detection over one kind of event, at most four levels deep. */
    public Logic.Detection next(EventKind kind) {
        LogSource cloud = new LogSource(Optional.empty(), Optional.of("cloud"), Optional.of("audit"));
        LogSource source = kind == EventKind.OTHER ? cloud : LogSource.of(kind);
        return new Logic.Detection(kind, source, condition(kind, 3));
    }

    /** A condition with at most {@code depth} levels above its leaves. */
    public Condition condition(EventKind kind, int depth) {
        int choice = depth == 0 ? 9 : random.nextInt(10);
        if (choice < 3) {
            return new Condition.All(parts(kind, depth));
        }
        if (choice < 6) {
            return new Condition.Any(parts(kind, depth));
        }
        return choice < 7 ? new Condition.Not(condition(kind, depth - 1)) : match(kind);
    }

    private List<Condition> parts(EventKind kind, int depth) {
        return Stream.generate(() -> condition(kind, depth - 1))
                .limit(random.nextInt(1, 4))
                .toList();
    }

    private Condition match(EventKind kind) {
        List<EventField> fields = EventModel.shipped().fields(kind).stream()
                .filter(f -> f.type() != FieldType.TIME)
                .toList();
        EventField field = texts.pick(fields);
        return new Condition.Match(field.name(), test(field, fields));
    }

    private FieldTest test(EventField field, List<EventField> all) {
        if (random.nextInt(12) == 0) {
            return new FieldTest.Exists(random.nextBoolean());
        }
        return switch (field.type()) {
            case INTEGER ->
                new FieldTest.Compare(texts.pick(Arrays.asList(FieldTest.Compare.Order.values())), texts.number());
            case ADDRESS ->
                random.nextBoolean()
                        ? new FieldTest.InSubnet(texts.subnet())
                        : new FieldTest.Like(TextPattern.exactly(texts.address()), false);
            case BOOLEAN -> new FieldTest.Like(TextPattern.exactly(texts.pick(List.of("true", "false"))), false);
            case STRING, PATH, TIME -> textTest(all);
        };
    }

    private FieldTest textTest(List<EventField> all) {
        int choice = random.nextInt(20);
        if (choice == 0) {
            List<String> others = all.stream()
                    .filter(f -> f.type() == FieldType.STRING || f.type() == FieldType.PATH)
                    .map(EventField::name)
                    .toList();
            return new FieldTest.EqualsField(texts.pick(others));
        }
        return choice < 3
                ? new FieldTest.Regex(texts.pick(EXPRESSIONS), flags())
                : new FieldTest.Like(pattern(), random.nextInt(6) == 0);
    }

    private TextPattern pattern() {
        return switch (random.nextInt(8)) {
            case 0 -> TextPattern.exactly(texts.text());
            case 1 -> TextPattern.startingWith(texts.text());
            case 2 -> TextPattern.endingWith(texts.piece());
            case 3, 4 -> TextPattern.containing(texts.piece());
            case 5 -> TextPattern.exactly("");
            default -> mixed();
        };
    }

    private TextPattern mixed() {
        return new TextPattern(
                Stream.generate(this::part).limit(random.nextInt(1, 6)).toList());
    }

    private TextPattern.Part part() {
        return switch (random.nextInt(5)) {
            case 0 -> TextPattern.Wildcard.ANY_RUN;
            case 1 -> TextPattern.Wildcard.ANY_CHARACTER;
            default -> new TextPattern.Literal(texts.piece());
        };
    }

    private Set<FieldTest.Regex.Flag> flags() {
        Set<FieldTest.Regex.Flag> flags = EnumSet.noneOf(FieldTest.Regex.Flag.class);
        for (FieldTest.Regex.Flag flag : FieldTest.Regex.Flag.values()) {
            if (random.nextInt(3) == 0) {
                flags.add(flag);
            }
        }
        return flags;
    }
}
