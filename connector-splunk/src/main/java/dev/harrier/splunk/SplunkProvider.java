package dev.harrier.splunk;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.ExportedFile;
import dev.harrier.connector.Settings;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.LookupTable;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.splunk.dialect.SplDialect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Splunk, as found on the class path. */
public final class SplunkProvider implements ConnectorProvider {
    private final Dialect dialect = new SplDialect();

    @Override
    public String name() {
        return "splunk";
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Connector connect(Settings settings) {
        return new SplunkConnector(SplunkSettings.of(settings), dialect);
    }

    @Override
    public List<ExportedFile> export(List<Hunt> hunts) {
        List<ExportedFile> files = new ArrayList<>();
        List<Deployment> deployments = new ArrayList<>();
        Set<LookupTable> lookups = new LinkedHashSet<>();
        for (Hunt hunt : hunts) {
            if (dialect.renderForFiles(hunt) instanceof Rendering.Rendered rendered) {
                files.add(new ExportedFile("splunk/" + hunt.fileName() + ".spl", rendered.text() + "\n"));
                deployments.add(new Deployment(hunt, rendered.text(), Deployment.State.SHADOW));
                lookups.addAll(rendered.lookups());
            }
        }
        if (!deployments.isEmpty()) {
            files.add(new ExportedFile("splunk/savedsearches.conf", SavedSearchesConf.of(deployments)));
        }
        if (!lookups.isEmpty()) {
            lookups.forEach(
                    table -> files.add(new ExportedFile("splunk/lookups/" + table.name() + ".csv", table.csv())));
            files.add(new ExportedFile("splunk/transforms.conf", TransformsConf.of(lookups)));
        }
        return AppFolder.around(files);
    }
}
