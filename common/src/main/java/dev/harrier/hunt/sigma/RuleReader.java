package dev.harrier.hunt.sigma;

import dev.harrier.assess.Severity;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.LogSource;
import dev.harrier.hunt.Logic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads one document's metadata, and its detection if its log source is ours. */
final class RuleReader {
    private final YamlNode.Mapping document;
    private final Notes notes;

    private RuleReader(YamlNode.Mapping document, Notes notes) {
        this.document = document;
        this.notes = notes;
    }

    /** Empty when a note says why. */
    static Optional<SigmaRule> read(YamlNode node, Notes notes) {
        return node instanceof YamlNode.Mapping document
                ? new RuleReader(document, notes).rule()
                : notes.problem(node, "a rule must be a mapping");
    }

    private Optional<SigmaRule> rule() {
        String title = required("title");
        LogSource source = source();
        Severity level = level();
        HuntId id = id(title, source);
        Map<String, List<String>> harrier =
                HarrierSection.read(document.entries().get("harrier"), notes);
        Optional<Correlation> correlation = correlation();
        Optional<Logic.NativeQuery> query = query(source);
        Optional<Logic.Detection> detection = ownDetection(source);
        if (!notes.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SigmaRule(
                notes.file(),
                id,
                title,
                text("name"),
                text("description").orElse(""),
                text("status"),
                level,
                texts("tags"),
                texts("references"),
                texts("falsepositives"),
                source,
                detection,
                List.copyOf(notes.unsupported()),
                correlation,
                query,
                harrier));
    }

    private Optional<Logic.NativeQuery> query(LogSource source) {
        YamlNode section = document.entries().get("native");
        return section == null ? Optional.empty() : NativeReader.read(section, source, notes);
    }

    private Optional<Logic.Detection> ownDetection(LogSource source) {
        if (document.entries().containsKey("correlation")) {
            return none();
        }
        YamlNode query = document.entries().get("native");
        if (query == null) {
            return detection(source);
        }
        return document.entries().containsKey("detection")
                ? notes.problem(query, "a rule has a detection or the section native, not both")
                : Optional.empty();
    }

    /** Read without loss; dialects render it with the rules that it names. */
    private Optional<Correlation> correlation() {
        YamlNode section = document.entries().get("correlation");
        return section == null ? Optional.empty() : CorrelationReader.read(section, notes);
    }

    private Optional<Logic.Detection> none() {
        return notes.unsupported("correlation " + word()
                + ": a hunt looks at single events; convert renders it together with its rules");
    }

    private String word() {
        return document.entries().get("correlation") instanceof YamlNode.Mapping section
                ? text(section, "type").orElse("")
                : "";
    }

    private Optional<Logic.Detection> detection(LogSource source) {
        if (!(document.entries().get("logsource") instanceof YamlNode.Mapping)) {
            return notes.problem(document, "the rule has no logsource");
        }
        if (!(document.entries().get("detection") instanceof YamlNode.Mapping detection)) {
            return notes.problem(document, "the rule has no detection");
        }
        return ChannelRule.isChannel(source) ? channel(source, detection) : open(source, detection);
    }

    /** A channel's rule is of the kind that its event ids are; where they are none or several, of no kind of ours. */
    private Optional<Logic.Detection> channel(LogSource source, YamlNode.Mapping detection) {
        Notes attempt = new Notes(notes.file(), notes.values());
        Optional<Logic.Detection> ours = ChannelRule.read(source, detection, attempt);
        return ours.isPresent() ? ours : open(source, detection);
    }

    /** Fields that the kind's model doesn't have are looked for under the name that the rule gives them. */
    private Optional<Logic.Detection> open(LogSource source, YamlNode.Mapping detection) {
        if (source.toString().isEmpty()) {
            return notes.problem(document, "the rule's logsource names neither category, product nor service");
        }
        EventKind kind = LogSources.kind(source);
        return new DetectionReader(new KnownFields(kind, source), notes)
                .read(detection)
                .map(condition -> new Logic.Detection(kind, source, condition));
    }

    private LogSource source() {
        if (document.entries().get("logsource") instanceof YamlNode.Mapping source) {
            return new LogSource(text(source, "category"), text(source, "product"), text(source, "service"));
        }
        return new LogSource(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private HuntId id(String title, LogSource source) {
        Optional<String> text = text("id");
        try {
            return text.map(HuntId::parse).orElseGet(() -> HuntId.derived("sigma", title, source.toString()));
        } catch (IllegalArgumentException e) {
            notes.problem(document.entries().get("id"), "the id \"" + text.orElse("") + "\" is no UUID");
            return HuntId.derived("sigma");
        }
    }

    private Severity level() {
        Optional<String> text = text("level");
        Optional<Severity> level = Arrays.stream(Severity.values())
                .filter(s -> s.word().equals(text.orElse("medium")))
                .findFirst();
        if (level.isEmpty()) {
            notes.problem(document.entries().get("level"), "the level \"" + text.orElse("") + "\" is none of Sigma's");
        }
        return level.orElse(Severity.MEDIUM);
    }

    private String required(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            notes.problem(document, "the rule has no " + key);
        }
        return text.orElse("");
    }

    private Optional<String> text(String key) {
        return text(document, key);
    }

    private static Optional<String> text(YamlNode.Mapping mapping, String key) {
        return mapping.entries().get(key) instanceof YamlNode.Scalar scalar && !scalar.isNull()
                ? Optional.of(scalar.text().strip())
                : Optional.empty();
    }

    private List<String> texts(String key) {
        return HarrierSection.texts(document.entries().get(key)).toList();
    }

    /** The custom section that tells Harrier more than Sigma can: a flat mapping of texts and lists of texts. */
    private static final class HarrierSection {
        static Map<String, List<String>> read(YamlNode node, Notes notes) {
            Map<String, List<String>> section = new TreeMap<>();
            if (node instanceof YamlNode.Mapping mapping) {
                mapping.entries()
                        .forEach((key, value) -> section.put(key, texts(value).toList()));
            } else if (node != null) {
                notes.problem(node, "the section harrier must be a mapping");
            }
            return section;
        }

        static Stream<String> texts(YamlNode node) {
            if (node instanceof YamlNode.Sequence sequence) {
                return sequence.items().stream().flatMap(HarrierSection::texts);
            }
            return node instanceof YamlNode.Scalar scalar && !scalar.isNull()
                    ? Stream.of(scalar.text())
                    : Stream.empty();
        }
    }
}
