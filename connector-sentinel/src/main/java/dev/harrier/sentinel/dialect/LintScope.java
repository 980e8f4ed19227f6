package dev.harrier.sentinel.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What lint knows of a relation's columns.
 *
 * @param columns their KQL types by name
 * @param open whether there may be more
 * @param lost columns that were there before, and what left them out
 */
record LintScope(Map<String, String> columns, boolean open, Map<String, String> lost) {
    static final LintScope UNKNOWN = new LintScope(Map.of(), true);
    private static final Pattern ENTITY = Pattern.compile(
            "(?i).*(DeviceName|DeviceId|Computer|Hostname|Account|User|Upn|IP|IpAddr|IPAddress|Address|Url|Domain|FileName|FilePath|FolderPath"
                    + "|SHA1|SHA256|MD5|ProcessName|CommandLine|Process|RegistryKey|Recipient|Sender|NetworkMessageId|Query|Host|Resource|App|Sid).*");

    LintScope {
        columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        lost = Map.copyOf(lost);
    }

    LintScope(Map<String, String> columns, boolean open) {
        this(columns, open, Map.of());
    }

    /** This, behind an operator that took the columns of another away. */
    LintScope after(LintScope before, String operator, Place place) {
        Map<String, String> gone = new LinkedHashMap<>(before.lost());
        before.columns().keySet().forEach(c -> gone.put(c, operator + " in line " + place.line()));
        gone.keySet().removeAll(columns.keySet());
        return new LintScope(columns, open, gone);
    }

    static boolean entity(String column) {
        return ENTITY.matcher(column).matches();
    }
}
