package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.TextPattern;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values worth trying for a field, from the tests that it must pass or fail; the empty text stands for absence. */
final class FieldValues implements FieldTest.Visitor<Stream<String>> {
    private static final FieldValues FITTING = new FieldValues();

    private FieldValues() {}

    /** Candidates in a fixed order: what fits the wanted tests, then what almost fits the unwanted ones. */
    static Stream<String> candidates(List<ClauseTest> clauses) {
        List<FieldTest> wanted = clauses.stream()
                .filter(ClauseTest::wanted)
                .map(ClauseTest::test)
                .toList();
        Stream<String> near = clauses.stream()
                .filter(clause -> !clause.wanted())
                .flatMap(clause -> clause.test().accept(FITTING))
                .flatMap(text -> NearTexts.of(text).stream());
        Stream<String> nearTheWanted =
                wanted.stream().flatMap(test -> test.accept(FITTING)).flatMap(text -> NearTexts.of(text).stream());
        return Stream.of(
                        wanted.stream().flatMap(test -> test.accept(FITTING)),
                        merged(wanted),
                        beside(wanted, clauses),
                        near,
                        clauses.stream().flatMap(clause -> clause.test().accept(FITTING)),
                        nearTheWanted,
                        Stream.of("", "something"))
                .flatMap(values -> values)
                .filter(FieldValues::canBeStored);
    }

    /** Half a surrogate pair has no UTF-8, and a log no NUL. */
    private static boolean canBeStored(String text) {
        return text.indexOf('\0') < 0 && UTF_8.newEncoder().canEncode(text);
    }

    /** Texts that fit several patterns: what they start with, what they hold, what they end with. */
    private static Stream<String> merged(List<FieldTest> wanted) {
        int most = wanted.stream().mapToInt(FieldValues::samples).max().orElse(0);
        return wanted.size() < 2
                ? Stream.of()
                : IntStream.range(0, most)
                        .boxed()
                        .flatMap(i -> Stream.of(merged(wanted, i, "", " "), merged(wanted, i, "", "q")));
    }

    /** What fits the wanted tests, and beside it what almost fits an unwanted one. */
    private static Stream<String> beside(List<FieldTest> wanted, List<ClauseTest> clauses) {
        return wanted.isEmpty()
                ? Stream.of()
                : clauses.stream()
                        .filter(clause -> !clause.wanted())
                        .flatMap(clause -> clause.test().accept(FITTING).limit(2))
                        .flatMap(text -> NearTexts.of(text.strip()).stream())
                        .map(near -> merged(wanted, 0, " " + near + " ", " "));
    }

    private static int samples(FieldTest test) {
        return test instanceof FieldTest.Regex regex
                ? RegexSample.of(regex.expression()).size()
                : 1;
    }

    private static String merged(List<FieldTest> wanted, int choice, String inserted, String glue) {
        StringBuilder start = new StringBuilder();
        StringBuilder middle = new StringBuilder(inserted);
        StringBuilder end = new StringBuilder();
        for (FieldTest test : wanted) {
            if (test instanceof FieldTest.Like like) {
                place(like.pattern(), glue, start, middle, end);
            } else if (test instanceof FieldTest.Regex regex) {
                place(sample(regex.expression(), choice), regex.expression(), glue, start, middle, end);
            }
        }
        return start.toString() + middle + end;
    }

    private static String sample(String expression, int choice) {
        List<String> samples = RegexSample.of(expression);
        return samples.isEmpty() ? "" : samples.get(choice % samples.size());
    }

    private static void place(
            String sample,
            String expression,
            String glue,
            StringBuilder start,
            StringBuilder middle,
            StringBuilder end) {
        if (expression.matches("(?s)(?:\\(\\?[a-z]+\\))?\\^.*")) {
            start.append(sample);
        } else if (expression.endsWith("$")) {
            end.insert(0, sample);
        } else {
            middle.append(glue).append(sample).append(glue);
        }
    }

    private static void place(
            TextPattern pattern, String glue, StringBuilder start, StringBuilder middle, StringBuilder end) {
        String text = PatternText.fitting(pattern).get(1);
        if (pattern.prefix().isPresent()) {
            start.append(text);
        } else if (pattern.suffix().isPresent()) {
            end.insert(0, text);
        } else {
            middle.append(glue).append(text).append(glue);
        }
    }

    @Override
    public Stream<String> like(FieldTest.Like like) {
        return PatternText.fitting(like.pattern()).stream();
    }

    @Override
    public Stream<String> regex(FieldTest.Regex regex) {
        return RegexSample.of(regex.expression()).stream();
    }

    @Override
    public Stream<String> subnet(FieldTest.InSubnet subnet) {
        List<String> addresses = new ArrayList<>();
        AddressRange.of(subnet.cidr()).ifPresent(range -> {
            for (BigInteger number : List.of(
                    range.first(),
                    range.last(),
                    range.first().subtract(BigInteger.ONE),
                    range.last().add(BigInteger.ONE))) {
                range.at(number).ifPresent(addresses::add);
            }
        });
        return addresses.stream();
    }

    @Override
    public Stream<String> compare(FieldTest.Compare compare) {
        return Stream.of(compare.value(), compare.value() - 1, compare.value() + 1)
                .map(String::valueOf);
    }

    @Override
    public Stream<String> exists(FieldTest.Exists exists) {
        return Stream.of("something", "");
    }

    /** The other field's value is set with this one's, see {@link EventMaker}. */
    @Override
    public Stream<String> equalsField(FieldTest.EqualsField equalsField) {
        return Stream.of("something", "something else");
    }
}
