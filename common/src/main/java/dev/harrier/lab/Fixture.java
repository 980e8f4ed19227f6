package dev.harrier.lab;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An analyst's own events for a hunt, in any spelling that {@link Lab#load} reads, and what the hunt must find among them. Told by
 * the file's name: {@code NAME.hit.jsonl} (every event of the hunt's kind), {@code NAME.miss.jsonl} (none), {@code NAME.3.jsonl}
 * (three) or {@code NAME.2-5.jsonl} (two to five); with words between, {@code NAME.from-the-incident.hit.jsonl}; gzip or not.
 *
 * @param file of events
 * @param hunt NAME: that of the rule's file without its extension, or the hunt's id
 * @param expectation what must be found
 */
public record Fixture(Path file, String hunt, Expectation expectation) {
    private static final Pattern NAME = Pattern.compile(
            "([^.]+)(?:\\.[^.]+)*?\\.(?:(hit)|(miss)|(\\d{1,9})(?:-(\\d{1,9}))?)\\.(?:jsonl|json|ndjson)(?:\\.gz)?");

    /** How many events must be hit. */
    public sealed interface Expectation {
        /** Every event of the hunt's kind; at least one for a hunt that counts something else than events. */
        record Every() implements Expectation {}

        /** So many, both included; 0 to 0 is none. */
        record Between(long least, long most) implements Expectation {
            public Between {
                if (least < 0 || most < least) {
                    throw new IllegalArgumentException("no count is between " + least + " and " + most);
                }
            }
        }
    }

    public Fixture {
        requireNonNull(file, "file is null");
        requireNonNull(hunt, "hunt is null");
        requireNonNull(expectation, "expectation is null");
    }

    /** What a file's name says; empty if it says nothing, or bounds that hold no number. */
    public static Optional<Fixture> of(Path file) {
        Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return expectation(matcher).map(expectation -> new Fixture(file, matcher.group(1), expectation));
    }

    private static Optional<Expectation> expectation(Matcher name) {
        if (name.group(2) != null) {
            return Optional.of(new Expectation.Every());
        }
        long least = name.group(3) != null ? 0 : Long.parseLong(name.group(4));
        long most = name.group(3) != null ? 0 : name.group(5) == null ? least : Long.parseLong(name.group(5));
        return most < least ? Optional.empty() : Optional.of(new Expectation.Between(least, most));
    }
}
