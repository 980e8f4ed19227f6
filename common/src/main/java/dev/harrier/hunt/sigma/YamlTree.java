package dev.harrier.hunt.sigma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML documents from the parser's events, never through its constructors: no type is ever made from a tag. Hostile
 * documents are bounded in size, depth, and in what aliases may blow them up to.
 */
final class YamlTree {
    private static final int MOST_CODE_POINTS = 8 << 20;
    private static final int MOST_DEPTH = 40;
    private static final int MOST_ALIASES = 50;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(MOST_CODE_POINTS).build();

    private final String file;
    private final Iterator<Event> events;
    private final Map<Anchor, YamlNode> anchors = new HashMap<>();
    private int aliases;

    private YamlTree(String yaml, String file) {
        this.file = file;
        this.events = new Parse(SETTINGS).parseString(yaml).iterator();
    }

    /**
     * All documents of a text, empty ones left out.
     *
     * @throws SigmaException if it is no YAML or exceeds the bounds
     */
    static List<YamlNode> documents(String yaml, String file) {
        try {
            return new YamlTree(yaml, file).documents();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
            throw problem(file, line, "no valid YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw problem(file, 1, "no valid YAML: " + e.getMessage());
        }
    }

    private List<YamlNode> documents() {
        List<YamlNode> documents = new ArrayList<>();
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart) {
                YamlNode document = node(events.next(), 0);
                if (!(document instanceof YamlNode.Scalar scalar && scalar.isNull())) {
                    documents.add(document);
                }
            }
        }
        return documents;
    }

    private YamlNode node(Event event, int depth) {
        if (depth > MOST_DEPTH) {
            throw problem(file, line(event), "nested deeper than " + MOST_DEPTH + " levels");
        }
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        YamlNode node = content(event, depth);
        anchor.ifPresent(a -> anchors.put(a, node));
        return node;
    }

    private YamlNode aliased(AliasEvent alias) {
        YamlNode node = anchors.get(alias.getAlias());
        if (node == null) {
            throw problem(file, line(alias), "the alias " + alias.getAlias() + " names nothing before it");
        }
        if (++aliases > MOST_ALIASES || !(node instanceof YamlNode.Scalar)) {
            throw problem(
                    file,
                    line(alias),
                    "aliases may stand for single values only, and at most " + MOST_ALIASES + " times");
        }
        return node;
    }

    private YamlNode content(Event event, int depth) {
        if (event instanceof ScalarEvent scalar) {
            return new YamlNode.Scalar(scalar.getValue(), scalar.isPlain(), line(event));
        }
        return ((CollectionStartEvent) event).getEventId() == Event.ID.SequenceStart
                ? sequence(line(event), depth)
                : mapping(line(event), depth);
    }

    private YamlNode sequence(int line, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(node(next, depth + 1));
        }
        return new YamlNode.Sequence(items, line);
    }

    private YamlNode mapping(int line, int depth) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            if (!(node(next, depth + 1) instanceof YamlNode.Scalar key)) {
                throw problem(file, line(next), "a key must be a single text");
            }
            if (entries.put(key.text(), node(events.next(), depth + 1)) != null) {
                throw problem(file, line(next), "the key \"" + key.text() + "\" stands twice");
            }
        }
        return new YamlNode.Mapping(entries, line);
    }

    private static int line(Event event) {
        return event.getStartMark().map(m -> m.getLine() + 1).orElse(1);
    }

    private static SigmaException problem(String file, int line, String message) {
        return new SigmaException(List.of(new SigmaProblem(file, line, message)));
    }
}
