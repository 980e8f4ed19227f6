package dev.harrier.cli;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.Correlations;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.sigma.SigmaProblem;
import dev.harrier.hunt.sigma.SigmaRule;
import dev.harrier.pack.RuleFiles;
import dev.harrier.report.ConversionJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code convert}: Sigma rules to SPL or KQL, correlations among them included. What can't be said exactly is said so, never approximated. */
@Command(name = "convert", mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
    enum Output {
        text,
        ndjson
    }

    enum Format {
        cim,
        raw
    }

    private static final List<String> FAMILIES = List.of("defender", "asim", "securityevent", "native");

    @Parameters(arity = "1..*", paramLabel = "RULES", description = "Sigma files, folders of them, or packs.")
    private List<Path> rules;

    @Option(names = "--target", required = true, paramLabel = "SIEM", description = "splunk or sentinel.")
    private String target;

    @Option(
            names = "--format",
            description =
                    "For Splunk: ${COMPLETION-CANDIDATES}, and nothing else. Default: cim, raw events where CIM cannot"
                            + " say it.")
    private Format format;

    @Option(
            names = "--tables",
            split = ",",
            paramLabel = "FAMILY",
            description = "For Sentinel: defender, asim, securityevent, native, the first that can say a rule. Default:"
                    + " defender.")
    private List<String> tables = List.of();

    @Option(
            names = "--index",
            paramLabel = "INDEX",
            description = "For Splunk: the indexes of raw events, separated by commas. Default: *.")
    private String index;

    @Option(names = "--output", defaultValue = "text", description = "${COMPLETION-CANDIDATES}. Default: text.")
    private Output output;

    @Mixin
    private ValueOptions values;

    @Mixin
    private ConsoleOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = options.console();
        Dialect dialect = dialect();
        Profile profile = profile(dialect);
        RuleFiles files = RuleFiles.read(rules, values.lists());
        files.problems().forEach(problem -> invalid(problem, console));
        Correlations correlations = new Correlations(files.rules());
        int unsupported = 0;
        for (SigmaRule rule : files.rules()) {
            unsupported += convert(rule, correlations.render(rule, dialect, profile), console) ? 0 : 1;
        }
        console.progress(files.rules().size() - unsupported + " converted, " + unsupported + " unsupported, "
                + Counted.of(files.problems().size(), "problem") + " in files that hold no valid rule");
        return (files.problems().isEmpty() ? ExitCode.OK : ExitCode.CONTENT).number();
    }

    private Dialect dialect() {
        return Connectors.discover().stream()
                .filter(provider -> provider.name().equals(target))
                .findFirst()
                .map(ConnectorProvider::dialect)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "no connector is called " + target));
    }

    private Profile profile(Dialect dialect) {
        boolean splunk = target.equals("splunk");
        if (((format != null || index != null) && !splunk) || (!tables.isEmpty() && splunk)) {
            throw new ParameterException(
                    spec.commandLine(), "--format and --index are for splunk, --tables for sentinel");
        }
        return splunk ? splunk() : tables.isEmpty() ? dialect.defaultProfile() : sentinel();
    }

    private Profile splunk() {
        Map<String, String> profile = new TreeMap<>();
        if (index != null) {
            profile.put("index", index);
        }
        if (format == Format.cim) {
            profile.put("fallback", "none");
        }
        return new Profile(format == null ? Format.cim.name() : format.name(), profile);
    }

    private Profile sentinel() {
        tables.stream().filter(t -> !FAMILIES.contains(t)).findFirst().ifPresent(unknown -> {
            throw new ParameterException(
                    spec.commandLine(), "--tables " + unknown + " is none of " + String.join(", ", FAMILIES));
        });
        return new Profile(tables.get(0), Map.of("tables", String.join(",", tables)));
    }

    private boolean convert(SigmaRule rule, Rendering rendering, Console console) {
        Optional<String> text =
                rendering instanceof Rendering.Rendered rendered ? Optional.of(rendered.text()) : Optional.empty();
        String reason = rendering instanceof Rendering.Unsupported unsupported ? unsupported.reason() : "";
        if (output == Output.ndjson) {
            console.data(ConversionJson.line(rule.file(), rule.id().toString(), text, reason));
        } else if (text.isPresent()) {
            console.data(text.get() + "\n");
        } else {
            console.complain(rule.file() + ": unsupported: " + reason);
        }
        return text.isPresent();
    }

    private void invalid(SigmaProblem problem, Console console) {
        console.complain(problem.toString());
        if (output == Output.ndjson) {
            console.data(ConversionJson.line(
                    problem.file(),
                    "",
                    Optional.empty(),
                    "no valid rule: line " + problem.line() + ": " + problem.message()));
        }
    }
}
