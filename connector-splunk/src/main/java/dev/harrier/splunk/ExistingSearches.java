package dev.harrier.splunk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.ExistingRule;
import dev.harrier.deploy.Marker;
import dev.harrier.splunk.sdk.Splunkd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The scheduled searches that our app can see and that are none of Harrier's: its own and those that other apps share with all, as
 * Enterprise Security and content packs do.
 */
final class ExistingSearches {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANNOTATIONS = "action.correlationsearch.annotations";
    private static final List<String> KEYS = List.of("search", "description", "disabled", "is_scheduled", ANNOTATIONS);
    private static final int PAGE = 1_000;
    private static final int PAGES = 10;

    private final String target;
    private final Splunkd splunkd;

    ExistingSearches(String target, Splunkd splunkd) {
        this.target = target;
        this.splunkd = splunkd;
    }

    /** The first ten thousand. */
    List<ExistingRule> all() {
        List<ExistingRule> found = new ArrayList<>();
        int offset = 0;
        for (int page = 0; page < PAGES; page++) {
            Map<String, String> asked = Map.of(
                    "count", Integer.toString(PAGE), "offset", Integer.toString(offset), "search", "is_scheduled=1");
            JsonNode answer = splunkd.get(SavedSearchListing.PATH, asked, KEYS);
            JsonNode entries = entries(answer);
            entries.forEach(entry -> add(entry, found));
            offset += entries.size();
            if (entries.isEmpty()
                    || offset >= answer.path("paging").path("total").asLong(offset)) {
                return found;
            }
        }
        return found;
    }

    /** An answer without a list is no empty list: nothing would cover anything. */
    private JsonNode entries(JsonNode answer) {
        JsonNode entries = answer.path("entry");
        if (!entries.isArray()) {
            throw new ConnectorException(
                    Kind.UNEXPECTED_RESPONSE, target, "splunkd's answer holds no list of saved searches");
        }
        return entries;
    }

    private static void add(JsonNode entry, List<ExistingRule> found) {
        JsonNode content = entry.path("content");
        boolean runs = Flag.isOn(content.path("is_scheduled")) && !Flag.isOn(content.path("disabled"));
        boolean foreign = Marker.in(content.path("description").asText("")).isEmpty();
        if (runs && foreign) {
            found.add(new ExistingRule(
                    entry.path("name").asText(),
                    techniques(content.path(ANNOTATIONS).asText("")),
                    content.path("search").asText("")));
        }
    }

    /** Enterprise Security's annotations are JSON in a text; what is not, annotates nothing. */
    private static List<String> techniques(String annotations) {
        List<String> techniques = new ArrayList<>();
        try {
            JSON.readTree(annotations).path("mitre_attack").forEach(id -> techniques.add(id.asText()));
        } catch (JsonProcessingException e) {
            return List.of();
        }
        return techniques;
    }
}
