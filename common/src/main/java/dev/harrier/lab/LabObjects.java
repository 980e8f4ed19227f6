package dev.harrier.lab;

import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Adjustments;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Marker;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Deploys to the lab by the same rules as to a real SIEM: only what bears our marker, only what the plan saw. */
final class LabObjects {
    private final Database database;
    private final ObjectTable table;
    private final String target;
    private final String deployment;

    LabObjects(Database database, String dialect, String deployment) {
        this.database = database;
        this.table = new ObjectTable(dialect);
        this.target = "lab (" + dialect + ")";
        this.deployment = deployment;
    }

    static String name(HuntId hunt) {
        return "harrier-" + hunt;
    }

    static WantedObject describe(Deployment deployment) {
        Hunt hunt = deployment.hunt();
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("title", hunt.title());
        fields.put("description", hunt.description());
        fields.put("query", deployment.text());
        fields.put("severity", hunt.severity().name().toLowerCase(Locale.ROOT));
        fields.put("state", deployment.state().name().toLowerCase(Locale.ROOT));
        fields.put("techniques", String.join(",", hunt.techniques()));
        return new WantedObject(hunt.id(), name(hunt.id()), fields, true);
    }

    List<RemoteObject> deployed() {
        return database.transaction("listing deployed objects", table::all);
    }

    void apply(Change change) {
        if (change.writes()) {
            database.transaction("deploying " + change.name(), connection -> {
                apply(connection, change);
                return change;
            });
        }
    }

    private void apply(Connection connection, Change change) throws SQLException {
        Optional<RemoteObject> found = table.find(connection, change.name());
        if (change instanceof Change.Create create) {
            create(connection, create.wanted(), found);
        } else if (change instanceof Change.Update update) {
            update(connection, update, ours(update.name(), found));
        } else if (change instanceof Change.Enable enable) {
            turn(connection, enable.remote(), ours(enable.name(), found), true, true);
        } else if (change instanceof Change.Disable disable) {
            turn(connection, disable.remote(), ours(disable.name(), found), false, !disable.byHand());
        }
    }

    private void create(Connection connection, WantedObject wanted, Optional<RemoteObject> found) throws SQLException {
        if (found.isEmpty()) {
            put(connection, wanted, wanted.enabled());
        } else if (!isAsWanted(ours(wanted.name(), found), wanted)) {
            throw moved(wanted.name(), "it is there already");
        }
    }

    private void update(Connection connection, Change.Update update, RemoteObject there) throws SQLException {
        WantedObject kept = Adjustments.kept(update.wanted(), update.remote());
        if (!isAsWanted(there, kept)) {
            seen(update.remote(), there);
            put(connection, update.wanted(), kept.enabled());
        }
    }

    private void turn(Connection connection, RemoteObject planned, RemoteObject there, boolean on, boolean remembered)
            throws SQLException {
        if (!there.fields().equals(planned.fields())) {
            throw moved(there.name(), "it was changed since");
        }
        if (there.enabled() != on) {
            Marker before = there.marker().orElseThrow();
            Marker marker = remembered ? before.switched(on) : before;
            table.put(connection, there.name(), there.fields(), on, marker.text());
        }
    }

    private void put(Connection connection, WantedObject wanted, boolean on) throws SQLException {
        Marker marker = new Marker(
                deployment, wanted.hunt(), wanted.fingerprint(), wanted.version(), Adjustments.sent(wanted, List.of()));
        table.put(connection, wanted.name(), wanted.fields(), on, marker.text());
    }

    private static boolean isAsWanted(RemoteObject there, WantedObject wanted) {
        return there.fields().equals(wanted.fields()) && there.enabled() == wanted.enabled() && !there.edited();
    }

    private void seen(RemoteObject planned, RemoteObject there) {
        if (!planned.equals(there)) {
            throw moved(there.name(), "it was changed since");
        }
    }

    private RemoteObject ours(String name, Optional<RemoteObject> found) {
        RemoteObject there = found.orElseThrow(
                () -> new ConnectorException(ConnectorException.Kind.NOT_FOUND, target, name + " isn't there"));
        if (there.marker()
                .filter(marker -> marker.deployment().equals(deployment))
                .isEmpty()) {
            throw moved(name, "it is not ours");
        }
        return there;
    }

    private ConnectorException moved(String name, String why) {
        return new ConnectorException(
                ConnectorException.Kind.CONFLICT, target, name + " is left as it is: " + why + "; plan again");
    }
}
