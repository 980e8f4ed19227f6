package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.NearestName;
import dev.harrier.sentinel.dialect.KqlPipeline.Several;
import dev.harrier.sentinel.dialect.KqlPipeline.Source;
import dev.harrier.sentinel.dialect.KqlPipeline.Strange;
import dev.harrier.sentinel.dialect.KqlPipeline.Table;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows the columns through pipelines. */
final class LintPipelines {
    private static final Set<String> REFUSED =
            Set.of("search", "find", "adx", "cluster", "workspace", "app", "database", "arg", "table");
    private static final Set<String> REMOTE = Set.of("externaldata", "external_data");

    /** Tables with columns that no schema can know. */
    private static final Set<String> OPEN = Set.of("_GetWatchlist", "AzureDiagnostics");

    private final KqlLint lint;
    private final KqlQuery query;
    private final Map<String, LintScope> known = new HashMap<>();

    LintPipelines(KqlLint lint, KqlQuery query) {
        this.lint = lint;
        this.query = query;
    }

    KqlLint lint() {
        return lint;
    }

    KqlQuery query() {
        return query;
    }

    LintScope pipeline(KqlPipeline pipeline) {
        LintScope scope = source(pipeline.source());
        boolean filtered = false;
        for (KqlStep step : pipeline.steps()) {
            scope = step.accept(new LintSteps(this, scope, filtered));
            filtered |= step instanceof KqlStep.Where where && LintFilters.narrows(where.predicate());
        }
        return scope;
    }

    private LintScope source(Source source) {
        if (source instanceof Several several) {
            if (several.wild()) {
                lint.add(KqlCheck.KQL006, "a rule's union must name its tables", several.place());
            }
            return union(several.parts().stream().map(this::pipeline).toList(), several.wild());
        }
        if (source instanceof KqlPipeline.Inline inline) {
            Map<String, String> columns = new LinkedHashMap<>();
            inline.columns().forEach(c -> columns.put(c.getKey(), c.getValue()));
            return new LintScope(columns, false);
        }
        return source instanceof Strange strange ? strange(strange) : table((Table) source);
    }

    private LintScope strange(Strange strange) {
        if (REFUSED.contains(strange.what())) {
            lint.add(KqlCheck.KQL006, strange.what() + " is refused in a rule", strange.place());
        } else if (REMOTE.contains(strange.what())) {
            lint.add(KqlCheck.KQL020, strange.what() + " makes the rule depend on a remote file", strange.place());
        } else {
            lint.add(KqlCheck.KQL014, strange.what() + " is not looked into", strange.place());
        }
        return LintScope.UNKNOWN;
    }

    LintScope union(List<LintScope> parts, boolean wild) {
        Map<String, String> columns = new LinkedHashMap<>();
        parts.forEach(p -> p.columns().forEach((c, t) -> columns.merge(c, t, (a, b) -> a.equals(b) ? a : "unknown")));
        return new LintScope(columns, wild || parts.stream().anyMatch(LintScope::open));
    }

    private LintScope table(Table table) {
        String name = table.name();
        if (query.tables().containsKey(name)) {
            LintScope before = known.get(name);
            if (before == null) {
                known.put(name, LintScope.UNKNOWN);
                before = pipeline(query.tables().get(name));
                known.put(name, before);
            }
            return before;
        }
        return query.opaque().contains(name) ? LintScope.UNKNOWN : schemaTable(table);
    }

    private LintScope schemaTable(Table table) {
        String name = table.name();
        Optional<Map<String, String>> columns =
                lint.schema().table(name).or(() -> lint.others().table(name));
        if (columns.isPresent()) {
            return new LintScope(columns.get(), OPEN.contains(name));
        }
        if (name.endsWith("_CL")) {
            lint.add(KqlCheck.KQL022, name + " is a custom table, its columns are not known", table.place());
        } else {
            lint.add(KqlCheck.KQL003, "no table " + name + NearestName.words(name, names()), table.place());
        }
        return LintScope.UNKNOWN;
    }

    private Set<String> names() {
        return Stream.concat(lint.schema().tables().stream(), lint.others().names().stream())
                .collect(Collectors.toSet());
    }
}
