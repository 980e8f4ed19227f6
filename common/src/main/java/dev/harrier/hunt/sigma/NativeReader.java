package dev.harrier.hunt.sigma;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.LogSource;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.QueryParameter;
import dev.harrier.hunt.QuerySample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a rule's section {@code native}: the queries that an analyst wrote, their parameters and samples. Strict: no unknown key. The
 * same for editors is in {@code native-query.schema.json}.
 */
final class NativeReader {
    private final YamlNode.Mapping section;
    private final StrictNode strict;
    private final Notes notes;

    private NativeReader(YamlNode.Mapping section, Notes notes) {
        this.section = section;
        this.strict = new StrictNode(section, notes);
        this.notes = notes;
    }

    /** Empty when a note says why. */
    static Optional<Logic.NativeQuery> read(YamlNode node, LogSource source, Notes notes) {
        if (source.toString().isEmpty()) {
            return notes.problem(node, "the rule's logsource names neither category, product nor service");
        }
        return node instanceof YamlNode.Mapping section
                ? new NativeReader(section, notes).query(source)
                : notes.problem(node, "the section native must be a mapping");
    }

    private Optional<Logic.NativeQuery> query(LogSource source) {
        strict.only(Set.of("queries", "parameters", "samples"));
        EventKind kind = LogSources.kind(source);
        SortedMap<String, String> texts = texts();
        SortedMap<String, QueryParameter> parameters = parameters();
        List<QuerySample> samples = samples(kind);
        if (!notes.problems().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Logic.NativeQuery(kind, source, texts, parameters, samples));
        } catch (IllegalArgumentException e) {
            return notes.problem(section, String.valueOf(e.getMessage()));
        }
    }

    private SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        Optional<YamlNode.Mapping> queries = strict.mapping("queries");
        queries.ifPresent(q -> q.entries()
                .forEach((dialect, text) ->
                        new StrictNode(q, notes).text(dialect).ifPresent(t -> texts.put(dialect, t))));
        if (texts.isEmpty()) {
            notes.problem(section, "a native query needs queries, each under the name of its language");
        }
        return texts;
    }

    private SortedMap<String, QueryParameter> parameters() {
        SortedMap<String, QueryParameter> parameters = new TreeMap<>();
        if (section.entries().containsKey("parameters")) {
            strict.mapping("parameters")
                    .ifPresent(named -> named.entries().forEach((name, node) -> ParameterReader.read(node, notes)
                            .ifPresent(p -> parameters.put(name, p))));
        }
        return parameters;
    }

    private List<QuerySample> samples(EventKind kind) {
        List<QuerySample> samples = new ArrayList<>();
        if (section.entries().containsKey("samples")) {
            strict.sequence("samples")
                    .forEach(node -> SampleReader.read(node, kind, notes).ifPresent(samples::add));
        }
        return samples;
    }
}
