package dev.harrier.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.connector.ConnectorException;
import dev.harrier.splunk.sdk.Splunkd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the roles of our account allow (authorize.conf): of several roles, the most generous counts.
 *
 * @param roles their entries' contents
 */
record RoleQuota(List<JsonNode> roles) {
    /** Splunk's own default for a role is 3; one slot is left to others. */
    private static final int UNKNOWN = 2;

    private static final int MOST = 16;

    /** @throws ConnectorException if the account may not see its roles */
    static RoleQuota read(Splunkd splunkd) {
        List<JsonNode> roles = new ArrayList<>();
        for (JsonNode role : context(splunkd).path("roles")) {
            String path = "/services/authorization/roles/" + Splunkd.segment(role.asText());
            roles.add(content(splunkd, path));
        }
        return new RoleQuota(roles);
    }

    /** Who we are: {@code username}, {@code roles}, {@code capabilities}. */
    static JsonNode context(Splunkd splunkd) {
        return content(splunkd, "/services/authentication/current-context");
    }

    /** How many search jobs may run at once; a cautious guess where it can't be seen. */
    static int searches(Splunkd splunkd) {
        try {
            return read(splunkd).jobs().map(jobs -> Math.min(MOST, jobs)).orElse(UNKNOWN);
        } catch (ConnectorException e) {
            return UNKNOWN;
        }
    }

    /** Concurrent historical searches; empty if no role says so. */
    Optional<Integer> jobs() {
        OptionalLong most = values("srchJobsQuota").stream()
                .mapToLong(Long::longValue)
                .filter(jobs -> jobs > 0)
                .max();
        return most.isPresent() ? Optional.of((int) Math.min(Integer.MAX_VALUE, most.getAsLong())) : Optional.empty();
    }

    /** The longest stretch of time, in seconds, that a search may span; empty if it isn't limited. */
    Optional<Long> window() {
        List<Long> windows = values("srchTimeWin");
        boolean unlimited = windows.stream().noneMatch(seconds -> seconds > 0)
                || windows.stream().anyMatch(seconds -> seconds == 0);
        return unlimited ? Optional.empty() : windows.stream().max(Long::compare);
    }

    private List<Long> values(String key) {
        return roles.stream()
                .flatMap(role -> Stream.of(role.path(key), role.path("imported_" + key)))
                .filter(value -> value.asText().matches("-?\\d{1,12}"))
                .map(JsonNode::asLong)
                .toList();
    }

    private static JsonNode content(Splunkd splunkd, String path) {
        return splunkd.get(path, Map.of()).path("entry").path(0).path("content");
    }
}
