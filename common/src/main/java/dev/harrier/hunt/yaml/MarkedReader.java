package dev.harrier.hunt.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads hostile YAML with its places: no type is made of a tag, an alias means an empty text, depth and size are bounded. */
public final class MarkedReader {
    private static final int MOST_CODE_POINTS = 8 << 20;
    private static final int MOST_DEPTH = 40;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(MOST_CODE_POINTS).build();

    private final String yaml;
    private final LineIndex lines;
    private final Iterator<Event> events;
    private int points;
    private int units;

    private MarkedReader(String yaml) {
        this.yaml = yaml;
        this.lines = new LineIndex(yaml);
        this.events = new Parse(SETTINGS).parseString(yaml).iterator();
    }

    /**
     * All documents of a text.
     *
     * @throws MarkedYamlException if it is no YAML, or exceeds the bounds
     */
    public static List<MarkedYaml> documents(String yaml) {
        try {
            return new MarkedReader(yaml).documents();
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            YamlMark place = mark.map(m -> new YamlMark(m.getLine() + 1, m.getColumn() + 1))
                    .orElse(YamlMark.START);
            throw new MarkedYamlException("no valid YAML: " + e.getProblem(), place);
        } catch (YamlEngineException e) {
            throw new MarkedYamlException("no valid YAML: " + e.getMessage(), YamlMark.START);
        }
    }

    private List<MarkedYaml> documents() {
        List<MarkedYaml> documents = new ArrayList<>();
        while (events.hasNext()) {
            if (events.next().getEventId() == Event.ID.DocumentStart) {
                documents.add(node(events.next(), 0));
            }
        }
        return documents;
    }

    private MarkedYaml node(Event event, int depth) {
        YamlMark mark = lines.mark(offset(event));
        if (depth > MOST_DEPTH) {
            throw new MarkedYamlException("nested deeper than " + MOST_DEPTH + " levels", mark);
        }
        if (event instanceof AliasEvent) {
            return new MarkedYaml.Text("", mark, new TextSource(lines, "", new int[] {offset(event)}));
        }
        if (event instanceof ScalarEvent scalar) {
            return text(scalar, mark);
        }
        return event.getEventId() == Event.ID.SequenceStart ? items(mark, depth) : fields(mark, depth);
    }

    private MarkedYaml.Text text(ScalarEvent scalar, YamlMark mark) {
        int[] offsets = TextAlignment.of(yaml, offset(scalar), scalar.getValue(), style(scalar.getScalarStyle()));
        return new MarkedYaml.Text(scalar.getValue(), mark, new TextSource(lines, scalar.getValue(), offsets));
    }

    private static TextAlignment.Style style(ScalarStyle style) {
        return switch (style) {
            case DOUBLE_QUOTED -> TextAlignment.Style.DOUBLE_QUOTED;
            case SINGLE_QUOTED -> TextAlignment.Style.SINGLE_QUOTED;
            case LITERAL, FOLDED -> TextAlignment.Style.BLOCK;
            default -> TextAlignment.Style.PLAIN;
        };
    }

    private MarkedYaml items(YamlMark mark, int depth) {
        List<MarkedYaml> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(node(next, depth + 1));
        }
        return new MarkedYaml.Items(items, mark);
    }

    private MarkedYaml fields(YamlMark mark, int depth) {
        Map<String, MarkedYaml> entries = new LinkedHashMap<>();
        Map<String, YamlMark> keys = new LinkedHashMap<>();
        List<MarkedYaml.Text> repeated = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            MarkedYaml key = node(next, depth + 1);
            MarkedYaml value = node(events.next(), depth + 1);
            String name = key.text().map(MarkedYaml.Text::value).orElse("");
            if (entries.putIfAbsent(name, value) == null) {
                keys.put(name, key.mark());
            } else {
                key.text().ifPresent(repeated::add);
            }
        }
        return new MarkedYaml.Fields(entries, keys, repeated, mark);
    }

    /** Marks count code points; events come in the text's order, so that counting on from the last one stays linear. */
    private int offset(Event event) {
        int wanted = event.getStartMark().map(Mark::getIndex).orElse(points);
        if (wanted >= points) {
            advance(wanted - points);
            points = wanted;
        }
        return units;
    }

    private void advance(int count) {
        for (int i = 0; i < count && units < yaml.length(); i++) {
            units += Character.charCount(yaml.codePointAt(units));
        }
    }
}
