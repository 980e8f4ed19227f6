package dev.harrier.pack;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.ExportedFile;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.HuntPack;
import dev.harrier.hunt.sigma.SigmaWriter;
import dev.harrier.report.AttackLayer;
import dev.harrier.report.Briefing;
import dev.harrier.report.IndicatorCsv;
import dev.harrier.report.PackJson;
import dev.harrier.report.StixBundle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a pack, in memory. */
final class PackContent {
    private PackContent() {}

    static List<ExportedFile> of(HuntPack pack, List<ConnectorProvider> connectors) {
        List<ExportedFile> exported = connectors.stream()
                .flatMap(connector -> connector.export(pack.hunts()).stream())
                .toList();
        List<String> paths = exported.stream().map(ExportedFile::path).toList();
        List<ExportedFile> files = new ArrayList<>();
        files.add(new ExportedFile("briefing.md", Briefing.of(pack, queries(pack, connectors), paths)));
        files.add(new ExportedFile("pack.json", PackJson.of(pack)));
        files.add(new ExportedFile("indicators.csv", IndicatorCsv.of(pack)));
        files.add(new ExportedFile("indicators.stix.json", StixBundle.of(pack)));
        files.add(new ExportedFile("attack-layer.json", AttackLayer.of(pack)));
        for (Hunt hunt : pack.hunts()) {
            files.add(new ExportedFile("hunts/" + hunt.fileName() + ".yml", SigmaWriter.write(hunt)));
        }
        files.addAll(exported);
        return List.copyOf(files);
    }

    private static Map<HuntId, Map<String, Rendering>> queries(HuntPack pack, List<ConnectorProvider> connectors) {
        Map<HuntId, Map<String, Rendering>> queries = new LinkedHashMap<>();
        for (Hunt hunt : pack.hunts()) {
            Map<String, Rendering> byDialect = new LinkedHashMap<>();
            for (ConnectorProvider connector : connectors) {
                Dialect dialect = connector.dialect();
                byDialect.put(dialect.name(), dialect.renderForFiles(hunt));
            }
            queries.put(hunt.id(), byDialect);
        }
        return queries;
    }
}
