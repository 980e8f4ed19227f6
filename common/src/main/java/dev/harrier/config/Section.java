package dev.harrier.config;

import dev.harrier.attack.EditDistance;
import dev.harrier.hunt.yaml.MarkedYaml;
import dev.harrier.hunt.yaml.YamlMark;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A mapping of the file while it is read: typed values out, problems with their line in. */
final class Section {
    private final String path;
    private final MarkedYaml.Fields fields;
    private final Problems problems;

    private Section(String path, MarkedYaml.Fields fields, Problems problems) {
        this.path = path;
        this.fields = fields;
        this.problems = problems;
    }

    /** The whole file; its keys must be among the known ones. */
    static Section root(MarkedYaml.Fields fields, List<String> known, Problems problems) {
        return new Section("", fields, problems).checked(known);
    }

    /** A mapping within this one; empty where there is none. */
    Optional<Section> section(String key, List<String> known) {
        return anySection(key).map(section -> section.checked(known));
    }

    /** The same, with a hint for a key that is none of the known ones and close to none. */
    Optional<Section> section(String key, List<String> known, UnaryOperator<String> hint) {
        return anySection(key).map(section -> section.checked(known, hint));
    }

    /** A mapping whose keys are the user's own. A key with nothing after it is as good as none: all below it may be commented out. */
    Optional<Section> anySection(String key) {
        Optional<MarkedYaml> value = fields.get(key).filter(found -> !isEmpty(found));
        if (value.isPresent() && !(value.get() instanceof MarkedYaml.Fields)) {
            problems.add(value.get().mark(), name(key) + " is not a mapping of keys to values");
        }
        return value.filter(MarkedYaml.Fields.class::isInstance)
                .map(found -> new Section(name(key), (MarkedYaml.Fields) found, problems));
    }

    /** Whether a key has nothing after it. */
    boolean isEmpty(String key) {
        return fields.get(key).filter(Section::isEmpty).isPresent();
    }

    private static boolean isEmpty(MarkedYaml value) {
        return value.text().filter(text -> text.value().isBlank()).isPresent();
    }

    /** The user's own keys, in the order of the file. */
    List<String> keys() {
        return List.copyOf(fields.entries().keySet());
    }

    YamlMark mark(String key) {
        return fields.keyMark(key);
    }

    /** Something is wrong with a key's value. */
    void wrong(String key, String what) {
        problems.add(fields.keyMark(key), name(key) + " " + what);
    }

    Optional<String> text(String key) {
        Optional<MarkedYaml> value = fields.get(key);
        if (value.isPresent() && value.get().text().isEmpty()) {
            problems.add(value.get().mark(), name(key) + " is not one text");
        }
        return value.flatMap(MarkedYaml::text).map(MarkedYaml.Text::value).filter(text -> !text.isBlank());
    }

    List<String> texts(String key) {
        return fields.get(key).map(MarkedYaml::texts).orElse(List.of()).stream()
                .map(MarkedYaml.Text::value)
                .toList();
    }

    /** A value that a reader understands; a problem with what it would have to be where it doesn't. */
    <T> Optional<T> value(String key, String wanted, Function<String, T> reader) {
        return text(key).flatMap(text -> read(key, text, wanted, reader));
    }

    /** As {@link #value}, of a list. */
    <T> List<T> values(String key, String wanted, Function<String, T> reader) {
        return texts(key).stream()
                .flatMap(text -> read(key, text, wanted, reader).stream())
                .toList();
    }

    Optional<Integer> number(String key) {
        return value(key, "a whole number", Integer::valueOf);
    }

    Optional<Double> fraction(String key) {
        return value(key, "a number", Double::valueOf);
    }

    /** A word of an enumeration, in lower case. */
    static <E extends Enum<E>> Function<String, E> word(Class<E> type) {
        return text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    /** Plain texts by key; anything else is a problem. */
    SortedMap<String, String> map() {
        SortedMap<String, String> map = new TreeMap<>();
        keys().forEach(key -> text(key).ifPresent(text -> map.put(key, text)));
        return map;
    }

    private <T> Optional<T> read(String key, String text, String wanted, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (RuntimeException notOne) {
            wrong(key, "is not " + wanted + ": " + text);
            return Optional.empty();
        }
    }

    private Section checked(List<String> known) {
        return checked(known, stranger -> "");
    }

    private Section checked(List<String> known, UnaryOperator<String> hint) {
        for (String key : keys()) {
            if (!known.contains(key)) {
                problems.add(mark(key), "no key is called " + name(key) + nearest(key, known, hint));
            }
        }
        fields.repeated().forEach(again -> problems.add(again.mark(), name(again.value()) + " stands twice"));
        return this;
    }

    private static String nearest(String key, List<String> known, UnaryOperator<String> hint) {
        String best = known.stream()
                .min(Comparator.comparingInt(name -> EditDistance.between(key, name)))
                .orElse("");
        boolean near = EditDistance.between(key, best) <= Math.max(1, best.length() / 3);
        return near ? "; did you mean " + best + "?" : hint.apply(key) + "; there are " + String.join(", ", known);
    }

    private String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
