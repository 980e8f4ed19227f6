package dev.harrier.splunk;

import dev.harrier.dialect.LookupTable;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * {@code transforms.conf} of an app (spec 9.2): the definition of each lookup, whose file lies in the app's folder {@code lookups}.
 * Patterns are matched as the search expects it: without regard to case, {@code *} a wildcard, the first match enough.
 */
final class TransformsConf {
    private TransformsConf() {}

    static String of(Collection<LookupTable> tables) {
        return tables.stream().map(TransformsConf::stanza).collect(Collectors.joining("\n"));
    }

    private static String stanza(LookupTable table) {
        boolean wildcards = table.values().stream().anyMatch(value -> value.indexOf('*') >= 0);
        return "[" + table.name() + "]\n"
                + "case_sensitive_match = false\n"
                + "filename = " + table.name() + ".csv\n"
                + (wildcards ? "match_type = WILDCARD(" + LookupTable.COLUMN + ")\n" : "")
                + "max_matches = 1\n"
                + "min_matches = 0\n";
    }
}
