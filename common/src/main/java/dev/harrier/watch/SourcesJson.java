package dev.harrier.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Who told a story, for the pack: the same bytes for the same story. */
final class SourcesJson {
    private SourcesJson() {}

    static String of(Story story) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", 1);
        ArrayNode sources = json.putArray("sources");
        story.tellings().forEach(telling -> add(sources.addObject(), telling));
        return json.toPrettyString() + "\n";
    }

    private static void add(ObjectNode source, Telling telling) {
        source.put("title", telling.article().title());
        telling.article().source().ifPresent(name -> source.put("source", name));
        telling.article().url().ifPresent(url -> source.put("url", url.toString()));
        telling.article().published().ifPresent(date -> source.put("published", date.toString()));
    }
}
