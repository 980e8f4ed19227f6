package dev.harrier.lab;

import static java.util.Objects.requireNonNull;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Translation;
import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;

/**
 * The lab as a SIEM that speaks one dialect. Counts by running the deployed text itself, translated by its dialect from the text
 * alone. Thread-safe. Closing it leaves the lab open.
 */
public final class LabConnector implements Connector {
    private final Lab lab;
    private final Dialect dialect;
    private final LabObjects objects;
    private final LabSearch search;

    /**
     * Shows the lab's events as the dialect's tables.
     *
     * @param deployment the name written into every marker
     */
    public LabConnector(Lab lab, Dialect dialect, String deployment) {
        this.lab = requireNonNull(lab, "lab is null");
        this.dialect = requireNonNull(dialect, "dialect is null");
        lab.install(dialect);
        this.objects = new LabObjects(lab.database(), dialect.name(), deployment);
        this.search = new LabSearch(lab.database(), dialect.name());
    }

    @Override
    public Profile profile() {
        return dialect.defaultProfile();
    }

    @Override
    public WantedObject describe(Deployment deployment) {
        return LabObjects.describe(deployment);
    }

    @Override
    public List<RemoteObject> deployed() {
        return reached(objects::deployed);
    }

    @Override
    public void apply(Change change) {
        reached(() -> {
            objects.apply(change);
            return change;
        });
    }

    @Override
    public HitCount count(Deployment deployment, Window window) {
        if (dialect.translate(deployment.text()) instanceof Translation.Unsupported unsupported) {
            return unanswered(unsupported);
        }
        Translation counting = dialect.translate(dialect.counting(deployment.text(), profile()));
        if (counting instanceof Translation.Translated translated) {
            return count(deployment.hunt().logic().kind(), translated.sql(), window);
        }
        return unanswered((Translation.Unsupported) counting);
    }

    private static HitCount unanswered(Translation.Unsupported unsupported) {
        return new HitCount.Unanswered("the lab can't run it: line " + unsupported.line() + ", column "
                + unsupported.column() + ": " + unsupported.reason());
    }

    private HitCount count(EventKind kind, String sql, Window window) {
        Coverage coverage = coverage(kind, window);
        if (coverage.events() == 0) {
            return new HitCount.Blind("the lab holds no " + kind.words() + " events in this window");
        }
        try {
            return new HitCount.Counted(search.count(sql, window), coverage.events());
        } catch (SQLTimeoutException e) {
            return new HitCount.Unanswered(
                    "not done within " + lab.database().limits().statement().toSeconds() + " s");
        } catch (SQLException e) {
            return new HitCount.Unanswered("the lab can't run it: " + Database.message(e));
        }
    }

    @Override
    public Coverage coverage(EventKind kind, Window window) {
        return reached(() -> LabCoverage.of(lab.database(), kind, window));
    }

    @Override
    public void close() {
        // Connections live for one call; the lab is its owner's to close.
    }

    private <T> T reached(Call<T> call) {
        try {
            return call.run();
        } catch (LabException e) {
            throw new ConnectorException(
                    ConnectorException.Kind.UNAVAILABLE, "lab (" + dialect.name() + ")", e.getMessage(), e);
        }
    }

    private interface Call<T> {
        T run();
    }
}
