package dev.harrier.sentinel.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What lint knows of a relation's columns: their KQL types; {@code open} when there may be more. */
record LintScope(Map<String, String> columns, boolean open) {
    static final LintScope UNKNOWN = new LintScope(Map.of(), true);
    private static final Pattern ENTITY = Pattern.compile(
            "(?i).*(DeviceName|DeviceId|Computer|Hostname|Account|User|Upn|IP|IpAddr|IPAddress|Address|Url|Domain|FileName|FilePath|FolderPath"
                    + "|SHA1|SHA256|MD5|ProcessName|CommandLine|Process|RegistryKey|Recipient|Sender|NetworkMessageId|Query|Host|Resource|App|Sid).*");

    LintScope {
        columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    static boolean entity(String column) {
        return ENTITY.matcher(column).matches();
    }
}
