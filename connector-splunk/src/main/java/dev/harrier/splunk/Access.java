package dev.harrier.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Who may see and change a saved search, as three settings in one normal form, role names sorted. */
final class Access {
    static final String SHARING = "acl.sharing";
    static final String READ = "acl.read";
    static final String WRITE = "acl.write";

    private Access() {}

    static SortedMap<String, String> wanted(SplunkSettings.Access access) {
        return new TreeMap<>(
                Map.of(SHARING, access.sharing(), READ, joined(access.read()), WRITE, joined(access.write())));
    }

    /** Of an entry's {@code acl}; permissions that are inherited are empty. */
    static SortedMap<String, String> deployed(JsonNode acl) {
        return new TreeMap<>(Map.of(
                SHARING,
                acl.path("sharing").asText(""),
                READ,
                roles(acl.path("perms").path("read")),
                WRITE,
                roles(acl.path("perms").path("write"))));
    }

    /** The form that {@code …/acl} takes: owner and sharing are mandatory. */
    static Map<String, String> form(Map<String, String> settings, String owner) {
        return Map.of(
                "owner",
                owner,
                "sharing",
                settings.get(SHARING),
                "perms.read",
                settings.get(READ),
                "perms.write",
                settings.get(WRITE));
    }

    private static String roles(JsonNode roles) {
        return joined(StreamSupport.stream(roles.spliterator(), false)
                .map(JsonNode::asText)
                .toList());
    }

    private static String joined(List<String> roles) {
        return roles.stream().sorted().collect(Collectors.joining(","));
    }
}
