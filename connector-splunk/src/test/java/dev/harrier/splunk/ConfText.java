package dev.harrier.splunk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads Splunk's configuration files as splunkd does. */
final class ConfText {
    private ConfText() {}

    /** Reads as splunkd does: a backslash just before the line's end continues it, blanks around a value don't count. */
    static Map<String, Map<String, String>> read(String conf, String lineEnds) {
        Map<String, Map<String, String>> stanzas = new LinkedHashMap<>();
        Map<String, String> stanza = new LinkedHashMap<>();
        for (String line : logicalLines(conf, lineEnds)) {
            if (line.startsWith("[")) {
                stanza = new LinkedHashMap<>();
                stanzas.put(line.substring(1, line.lastIndexOf(']')), stanza);
            } else if (!line.isBlank()) {
                int equals = line.indexOf('=');
                stanza.put(
                        line.substring(0, Math.max(equals, 0)).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return stanzas;
    }

    private static List<String> logicalLines(String conf, String lineEnds) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String physical : conf.split(lineEnds, -1)) {
            if (physical.endsWith("\\")) {
                line.append(physical, 0, physical.length() - 1).append('\n');
            } else {
                lines.add(line + physical);
                line.setLength(0);
            }
        }
        return lines;
    }
}
