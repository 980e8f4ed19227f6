package dev.harrier.report.lint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.deploy.Fingerprint;
import dev.harrier.dialect.LintFinding.Level;
import dev.harrier.dialect.LintRule;
import dev.harrier.report.FileUri;
import java.util.HashMap;
import java.util.Map;

/**
 * SARIF 2.1.0 (OASIS), as code scanning reads it: one run, every rule described, each result with its place and a fingerprint that
 * survives moved lines.
 */
public final class Sarif {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final LintReport report;
    private final Map<String, Integer> ruleIndex = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();

    private Sarif(LintReport report) {
        this.report = report;
    }

    /**
     * The log as JSON.
     *
     * @param version of Harrier
     */
    public static String of(LintReport report, String version) {
        return LintTrees.pretty(new Sarif(report).log(version));
    }

    private ObjectNode log(String version) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Harrier").put("version", version);
        ArrayNode rules = driver.putArray("rules");
        report.rules().forEach(rule -> rule(rules, rule));
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        report.remarks().forEach(remark -> result(results.addObject(), remark));
        return log;
    }

    private void rule(ArrayNode rules, LintRule rule) {
        ruleIndex.put(rule.code(), rules.size());
        ObjectNode node = rules.addObject().put("id", rule.code());
        node.putObject("shortDescription").put("text", rule.what());
        node.putObject("fullDescription").put("text", rule.why());
        node.putObject("help").put("text", rule.wayOut());
        node.putObject("defaultConfiguration").put("level", level(rule.level()));
    }

    private void result(ObjectNode result, LintRemark remark) {
        result.put("ruleId", remark.code());
        Integer index = ruleIndex.get(remark.code());
        if (index != null) {
            result.put("ruleIndex", index);
        }
        result.put("level", level(remark.level()));
        result.putObject("message").put("text", remark.words());
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", FileUri.of(remark.file()));
        place.putObject("region").put("startLine", remark.line()).put("startColumn", remark.column());
        result.putObject("partialFingerprints").put("harrier/v1", fingerprint(remark));
    }

    /** Of what was found, not where; equal ones are told apart by their order. */
    private String fingerprint(LintRemark remark) {
        String what = remark.file() + "\n" + remark.code() + "\n" + remark.message();
        return Fingerprint.of(what + "\n" + seen.merge(what, 1, Integer::sum));
    }

    private static String level(Level level) {
        return level.word();
    }
}
