package dev.harrier.hunt;

import static java.util.Objects.requireNonNull;

import dev.harrier.assess.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something to look for in a SIEM: one Sigma rule (or native query) with what a SOC needs to run it. Immutable and thread-safe.
 *
 * @param id stable identity
 * @param title for people, at most 67 characters, no {@code / \ [ ] "} or control characters (it becomes an object's name)
 * @param description for people, one paragraph, plain text
 * @param kind where it comes from, which decides its lifetime and how its hits are judged
 * @param logic what it runs
 * @param severity of a true hit
 * @param confidence that a hit is true
 * @param techniques ATT&amp;CK ids, sorted
 * @param grounds the quotes its clauses came from; empty only for catalogue hunts, whose reason is {@code selectedBecause}
 * @param references URLs or article ids, sorted
 * @param falsePositives known benign causes, for people
 * @param timeToLive how long after publication it is worth running; empty for ever
 * @param selectedBecause why this hunt was made for this article, for people
 */
public record Hunt(
        HuntId id,
        String title,
        String description,
        Kind kind,
        Logic logic,
        Severity severity,
        Confidence confidence,
        List<String> techniques,
        List<Ground> grounds,
        List<String> references,
        List<String> falsePositives,
        Optional<Duration> timeToLive,
        String selectedBecause) {
    /** Where a hunt comes from. */
    public enum Kind {
        /** Names observables of one article; dies. */
        INDICATOR,
        /** Made from behaviour that one article describes. */
        BEHAVIOUR,
        /** Shipped or the user's own Sigma rule, chosen by evidence. */
        CATALOGUE,
        /** Asks which machines have a vulnerability that one article names: a hit is an open door, not somebody in the house. */
        EXPOSURE;

        /** Lower-case word. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How likely a hit is a true one. */
    public enum Confidence {
        LOW,
        MEDIUM,
        HIGH;

        /** Lower-case word. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Hunt {
        requireNonNull(id, "id is null");
        requireNonNull(title, "title is null");
        requireNonNull(description, "description is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(logic, "logic is null");
        requireNonNull(severity, "severity is null");
        requireNonNull(confidence, "confidence is null");
        techniques = techniques.stream().distinct().sorted().toList();
        grounds = List.copyOf(grounds);
        references = references.stream().distinct().sorted().toList();
        falsePositives = List.copyOf(falsePositives);
        requireNonNull(timeToLive, "timeToLive is null");
        requireNonNull(selectedBecause, "selectedBecause is null");
    }

    /** The same hunt, referring to these. */
    public Hunt withReferences(List<String> others) {
        return with(logic, severity, grounds, others);
    }

    /** The same hunt on these grounds. */
    public Hunt withGrounds(List<Ground> others) {
        return with(logic, severity, others, references);
    }

    /** The same hunt, running this. */
    public Hunt withLogic(Logic other) {
        return with(other, severity, grounds, references);
    }

    /** The same hunt, a true hit of which is so grave. */
    public Hunt withSeverity(Severity other) {
        return with(logic, other, grounds, references);
    }

    private Hunt with(Logic logic, Severity severity, List<Ground> grounds, List<String> references) {
        return new Hunt(
                id,
                title,
                description,
                kind,
                logic,
                severity,
                confidence,
                techniques,
                grounds,
                references,
                falsePositives,
                timeToLive,
                selectedBecause);
    }

    /** A file name without extension: letters, digits and {@code -} of the title, then the id's first eight digits. */
    public String fileName() {
        String words =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String stem = words.length() > 60 ? words.substring(0, 60).replaceAll("-$", "") : words;
        return stem + "-" + id.toString().substring(0, 8);
    }
}
