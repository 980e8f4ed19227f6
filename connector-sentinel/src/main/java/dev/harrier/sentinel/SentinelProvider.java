package dev.harrier.sentinel;

import dev.harrier.attack.AttackCatalogue;
import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.ExportedFile;
import dev.harrier.connector.Settings;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.sentinel.azure.Patience;
import dev.harrier.sentinel.dialect.KqlDialect;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Microsoft Sentinel, as found on the class path. */
public final class SentinelProvider implements ConnectorProvider {
    private static final Profile DEFENDER_EXPORT = new Profile("defender-export", Map.of("time", "Timestamp"));

    private final KqlDialect dialect = new KqlDialect();

    @Override
    public String name() {
        return "sentinel";
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Connector connect(Settings settings) {
        SentinelSettings checked = SentinelSettings.of(settings, System.getenv());
        return new SentinelConnector(checked, dialect, body(checked.policy()), Patience.USUAL, Clock.systemUTC());
    }

    @Override
    public List<ExportedFile> export(List<Hunt> hunts) {
        List<ExportedFile> files = new ArrayList<>();
        Map<Hunt, Rendering.Rendered> rules = new LinkedHashMap<>();
        RuleBody body = body(RulePolicy.USUAL);
        for (Hunt hunt : hunts) {
            if (dialect.renderForFiles(hunt) instanceof Rendering.Rendered rendered) {
                files.add(new ExportedFile("sentinel/" + hunt.fileName() + ".kql", rendered.text() + "\n"));
                files.add(new ExportedFile(
                        "sentinel/" + hunt.fileName() + ".yaml", RuleTemplate.of(hunt, rendered.text(), body)));
                rules.put(hunt, rendered);
            }
            if (dialect.render(hunt, DEFENDER_EXPORT) instanceof Rendering.Rendered rendered) {
                files.add(new ExportedFile("sentinel/defender/" + hunt.fileName() + ".kql", rendered.text() + "\n"));
                files.add(new ExportedFile(
                        "sentinel/defender/" + hunt.fileName() + ".json",
                        DefenderDetection.of(hunt, rendered.text(), body)));
            }
        }
        rules.values().stream()
                .flatMap(rendered -> rendered.lookups().stream())
                .distinct()
                .forEach(table ->
                        files.add(new ExportedFile("sentinel/watchlists/" + table.name() + ".csv", table.csv())));
        List<String> templates = ArmTemplate.parts(rules, body, RulePolicy.USUAL);
        for (int i = 0; i < templates.size(); i++) {
            files.add(new ExportedFile(
                    "sentinel/azuredeploy" + (i == 0 ? "" : "-" + (i + 1)) + ".json", templates.get(i)));
        }
        return files;
    }

    /** {@inheritDoc} Templates of rules and of all objects together. */
    @Override
    public ExportedFile revised(ExportedFile file, String before) {
        boolean template = file.path().endsWith(".yaml") || file.path().matches("sentinel/azuredeploy(-\\d+)?\\.json");
        return template ? TemplateVersion.revised(file, before) : file;
    }

    private static RuleBody body(RulePolicy policy) {
        return new RuleBody(id -> AttackCatalogue.shipped().current(id), policy);
    }
}
