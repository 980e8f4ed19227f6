package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.dialect.LookupTable;

/**
 * A table of values as a watchlist ({@code Microsoft.SecurityInsights/watchlists}, stable since 2021-10-01; learn.microsoft.com/
 * rest/api/securityinsights/watchlists/create-or-update). Its content travels inside the resource ({@code rawContent}), which the
 * service takes up to 3.8 MB.
 */
final class Watchlist {
    private static final String TYPE = "Microsoft.OperationalInsights/workspaces/providers/watchlists";

    private Watchlist() {}

    /** The resource of an ARM template. */
    static ObjectNode resource(LookupTable table) {
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        resource.put("type", TYPE)
                .put("apiVersion", SentinelSettings.API_VERSION)
                .put("name", "[concat(parameters('workspace'), '/Microsoft.SecurityInsights/" + table.name() + "')]");
        resource.putObject("properties")
                .put("displayName", table.name())
                .put("description", "Values of hunts of Harrier's; read by every query that names it")
                .put("provider", "Harrier")
                .put("source", table.name() + ".csv")
                .put("itemsSearchKey", LookupTable.COLUMN)
                .put("contentType", "text/csv")
                .put("numberOfLinesToSkip", 0)
                .put("rawContent", table.csv());
        return resource;
    }

    /** How another resource of the template says that it needs this one. */
    static String id(LookupTable table) {
        return "[resourceId('" + TYPE + "', parameters('workspace'), 'Microsoft.SecurityInsights', '" + table.name()
                + "')]";
    }
}
