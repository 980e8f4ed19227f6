package dev.harrier.pack.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.attack.AttackCatalogue;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.LintRule;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.yaml.YamlMark;
import dev.harrier.pack.PackException;
import dev.harrier.report.lint.LintReport;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lints packs, folders of rules, and single files: everything at once, whatever is wrong with any of it. Not thread-safe. */
public final class PackLint {
    private final AttackCatalogue attack;
    private final List<ConnectorProvider> connectors;
    private final Predicate<Logic.Detection> testable;
    private final Remarks remarks = new Remarks();
    private final List<RuleSource> rules = new ArrayList<>();
    private final List<Source> queries = new ArrayList<>();

    private PackLint(AttackCatalogue attack, List<ConnectorProvider> connectors, Predicate<Logic.Detection> testable) {
        this.attack = attack;
        this.connectors = List.copyOf(connectors);
        this.testable = testable;
    }

    /**
     * Lints all that lies below the paths.
     *
     * @param paths packs, folders or files
     * @param attack the release that rules' tags are held against
     * @param connectors whose languages are checked
     * @param testable whether events can be made that a detection must hit
     * @throws PackException if a path isn't there or can't be read
     */
    public static LintReport check(
            List<Path> paths,
            AttackCatalogue attack,
            List<ConnectorProvider> connectors,
            Predicate<Logic.Detection> testable) {
        PackLint lint = new PackLint(attack, connectors, testable);
        List<Path> files = LintFiles.below(paths);
        files.forEach(lint::read);
        lint.checkRules();
        return new LintReport(lint.remarks.list(), rules(connectors), lint.rules.size(), files.size());
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
            throw new PackException("cannot read " + path + ": " + e, e);
        }
    }

    private void read(Source source) {
        boolean taken = false;
        for (ConnectorProvider connector : connectors) {
            Optional<List<LintFinding>> findings = connector.dialect().lintFile(source.name(), source.text());
            findings.ifPresent(all -> all.forEach(finding -> remarks.add(source, finding)));
            taken |= findings.isPresent();
        }
        if (taken) {
            queries.add(source);
        } else {
            rules.addAll(new RuleReading(source, remarks).rules());
        }
    }

    private void checkRules() {
        Previews previews = new Previews(queries, remarks);
        Twins twins = new Twins(remarks);
        for (RuleSource rule : rules) {
            twins.add(rule);
            if (new RuleChecks(rule, attack, remarks).check()) {
                checkHunt(rule, previews);
            }
        }
        previews.orphans();
    }

    private void checkHunt(RuleSource rule, Previews previews) {
        if (rule.rule().detection().filter(testable.negate()).isPresent()) {
            remarks.add(rule.source(), HuntCheck.HUNT015.at(rule.key("detection"), "no event could be made for it"));
        }
        for (ConnectorProvider connector : connectors) {
            Dialect dialect = connector.dialect();
            new RenderedLint(rule, dialect, remarks).check(previews.of(rule, connector));
        }
    }
}
