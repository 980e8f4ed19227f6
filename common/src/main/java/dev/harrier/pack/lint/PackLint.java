package dev.harrier.pack.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.LintRule;
import dev.harrier.hunt.yaml.YamlMark;
import dev.harrier.pack.FileFailure;
import dev.harrier.pack.PackException;
import dev.harrier.report.lint.LintReport;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lints packs, folders of rules, and single files: everything at once, whatever is wrong with any of it. Not thread-safe. */
public final class PackLint {
    private final LintInputs inputs;
    private final Remarks remarks = new Remarks();
    private final List<RuleSource> rules = new ArrayList<>();
    private final List<Source> queries = new ArrayList<>();

    private PackLint(LintInputs inputs) {
        this.inputs = inputs;
    }

    /**
     * Lints all that lies below the paths.
     *
     * @param paths packs, folders or files
     * @param inputs what they are held against; its parsers tell afterwards whether they could be asked
     * @throws PackException if a path isn't there or can't be read
     */
    public static LintReport check(List<Path> paths, LintInputs inputs) {
        PackLint lint = new PackLint(inputs);
        List<Path> files = LintFiles.below(paths);
        files.forEach(lint::read);
        lint.checkRules();
        lint.ask();
        return new LintReport(lint.remarks.list(), rules(inputs.connectors()), lint.rules.size(), files.size());
    }

    /** What is looked for, in hunts and in every language of these connectors. */
    public static List<LintRule> rules(List<ConnectorProvider> connectors) {
        Stream<LintRule> languages = connectors.stream().flatMap(connector -> connector.dialect().lintRules().stream());
        return Stream.concat(HuntCheck.rules().stream(), languages).distinct().toList();
    }

    private void read(Path path) {
        text(path).ifPresent(text -> read(new Source(path, text)));
    }

    private Optional<String> text(Path path) {
        try {
            return Optional.of(Files.readString(path, UTF_8));
        } catch (CharacterCodingException e) {
            remarks.add(new Source(path, ""), HuntCheck.HUNT019.at(YamlMark.START, "is not UTF-8"));
            return Optional.empty();
        } catch (IOException e) {
            throw new PackException("cannot read " + path + ": " + FileFailure.words(e), e);
        }
    }

    private void read(Source source) {
        boolean taken = false;
        for (ConnectorProvider connector : inputs.connectors()) {
            Optional<List<LintFinding>> findings = connector.dialect().lintFile(source.name(), source.text());
            findings.ifPresent(all -> all.forEach(finding -> remarks.add(source, finding)));
            taken |= findings.isPresent();
        }
        if (taken) {
            queries.add(source);
        } else {
            rules.addAll(new RuleReading(source, inputs.values(), remarks).rules());
        }
    }

    private void checkRules() {
        Previews previews = new Previews(queries, remarks);
        Twins twins = new Twins(remarks);
        for (RuleSource rule : rules) {
            twins.add(rule);
            if (new RuleChecks(rule, inputs.attack(), remarks).check()) {
                checkHunt(rule, previews);
            }
        }
        previews.orphans();
    }

    private void ask() {
        LiveLint live = new LiveLint(inputs.parsers(), remarks);
        queries.forEach(live::file);
        rules.stream().filter(rule -> rule.rule().logic().isPresent()).forEach(live::rule);
    }

    private void checkHunt(RuleSource rule, Previews previews) {
        if (rule.rule().detection().filter(inputs.testable().negate()).isPresent()) {
            remarks.add(rule.source(), HuntCheck.HUNT015.at(rule.key("detection"), "no event could be made for it"));
        }
        for (ConnectorProvider connector : inputs.connectors()) {
            Dialect dialect = connector.dialect();
            new RenderedLint(rule, dialect, remarks).check(previews.of(rule, connector));
        }
    }
}
