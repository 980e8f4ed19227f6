package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.regex.Pattern;

/** Entities of the columns that a query keeps; identifiers as {@code EntityMappingIdentifiers} of Azure-Sentinel's checks allows. */
final class EntityMappings {
    private static final int MOST = 10;

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
        String kept = projection(query);
        ArrayNode mappings = JsonNodeFactory.instance.arrayNode();
        for (Entity entity : ENTITIES) {
            boolean there =
                    Pattern.compile("\\b" + entity.column + "\\b").matcher(kept).find();
            if (there && mappings.size() < MOST) {
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

    /** Whether a query's projection keeps a column. */
    static boolean keeps(String query, String column) {
        return Pattern.compile("\\b" + column + "\\b")
                .matcher(projection(query))
                .find();
    }

    private static String projection(String query) {
        int last = query.lastIndexOf("| project ");
        return last < 0 ? "" : query.substring(last);
    }
}
