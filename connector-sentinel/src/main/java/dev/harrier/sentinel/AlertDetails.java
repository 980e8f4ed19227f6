package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.hunt.Hunt;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What an alert shows of an event: custom details of the columns that a query keeps, and the host in the alert's name. */
final class AlertDetails {
    private static final Map<String, String> DETAILS = details();

    private AlertDetails() {}

    private static Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("CommandLine", "ProcessCommandLine");
        details.put("ParentProcess", "InitiatingProcessFileName");
        details.put("Folder", "FolderPath");
        details.put("Sha256", "SHA256");
        details.put("RemoteUrl", "RemoteUrl");
        details.put("RemoteAddress", "RemoteIP");
        return details;
    }

    static void of(Hunt hunt, String query, ObjectNode json) {
        ObjectNode custom = JsonNodeFactory.instance.objectNode();
        Set<String> kept = EntityMappings.kept(query);
        DETAILS.forEach((key, column) -> {
            if (kept.contains(column)) {
                custom.put(key, column);
            }
        });
        if (!custom.isEmpty()) {
            json.set("customDetails", custom);
        }
        for (String host : new String[] {"DeviceName", "Computer"}) {
            if (kept.contains(host) && !json.has("alertDetailsOverride")) {
                json.putObject("alertDetailsOverride")
                        .put("alertDisplayNameFormat", plain(hunt.title()) + " on {{" + host + "}}");
            }
        }
    }

    /** A title from an article is no format. */
    private static String plain(String title) {
        return title.replace('{', '(').replace('}', ')');
    }
}
