package dev.harrier.splunk;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.ExportedFile;
import dev.harrier.connector.Settings;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.splunk.dialect.SplDialect;
import java.util.ArrayList;
import java.util.List;

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
        for (Hunt hunt : hunts) {
            if (dialect.render(hunt, dialect.defaultProfile()) instanceof Rendering.Rendered rendered) {
                files.add(new ExportedFile("splunk/" + hunt.fileName() + ".spl", rendered.text() + "\n"));
                deployments.add(new Deployment(hunt, rendered.text(), Deployment.State.SHADOW));
            }
        }
        if (!deployments.isEmpty()) {
            files.add(new ExportedFile("splunk/savedsearches.conf", SavedSearchesConf.of(deployments)));
        }
        return AppFolder.around(files);
    }
}
