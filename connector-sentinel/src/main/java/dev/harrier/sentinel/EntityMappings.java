package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entities of the columns that a query keeps; identifiers as {@code EntityMappingIdentifiers} of Azure-Sentinel's checks allows. */
final class EntityMappings {
    private static final int MOST = 10;
    private static final Pattern WORD = Pattern.compile("\\w+");

    private static final List<Entity> ENTITIES = List.of(
            new Entity("Host", "FullName", "DeviceName"),
            new Entity("Host", "FullName", "Computer"),
            new Entity("Account", "Name", "AccountName"),
            new Entity("Account", "Name", "InitiatingProcessAccountName"),
            new Entity("IP", "Address", "RemoteIP"),
            new Entity("URL", "Url", "RemoteUrl"),
            new Entity("Process", "CommandLine", "ProcessCommandLine"),
            new Entity("File", "Name", "FileName"),
            new Entity("RegistryKey", "Key", "RegistryKey"));

    private EntityMappings() {}

    private record Entity(String type, String identifier, String column) {}

    /** The mappings of a query, by the words of its projection. */
    static ArrayNode of(String query) {
        Set<String> kept = kept(query);
        ArrayNode mappings = JsonNodeFactory.instance.arrayNode();
        for (Entity entity : ENTITIES) {
            if (kept.contains(entity.column) && mappings.size() < MOST) {
                mappings.addObject()
                        .put("entityType", entity.type)
                        .putArray("fieldMappings")
                        .addObject()
                        .put("identifier", entity.identifier)
                        .put("columnName", entity.column);
            }
        }
        return mappings;
    }

    /** The words of a query's projection, the columns that it keeps among them. */
    static Set<String> kept(String query) {
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(projection(query));
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private static String projection(String query) {
        int last = query.lastIndexOf("| project ");
        return last < 0 ? "" : query.substring(last);
    }
}
