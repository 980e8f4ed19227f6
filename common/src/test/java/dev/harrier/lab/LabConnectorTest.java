package dev.harrier.lab;

import dev.harrier.connector.Connector;
import dev.harrier.connector.DailyConnectorContract;
import dev.harrier.connector.Sighting;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;

class LabConnectorTest extends DailyConnectorContract {
    private final Lab lab = Lab.inMemory();
    private final ObjectTable table = new ObjectTable(ToyDialect.TOY.name());

    @AfterEach
    void closeLab() {
        lab.close();
    }

    @Override
    protected Connector connect(String deployment) {
        return new LabConnector(lab, ToyDialect.TOY, deployment);
    }

    @Override
    protected Dialect dialect() {
        return ToyDialect.TOY;
    }

    @Override
    protected void plantForeign(WantedObject wanted) {
        lab.database().transaction("planting", connection -> {
            table.put(connection, wanted.name(), wanted.fields(), true, "");
            return wanted;
        });
    }

    @Override
    protected void editByHand(String name) {
        lab.database().transaction("editing", connection -> {
            RemoteObject there = table.find(connection, name).orElseThrow();
            SortedMap<String, String> fields = new TreeMap<>(there.fields());
            fields.merge("query", " -- edited", String::concat);
            table.put(
                    connection,
                    name,
                    fields,
                    there.enabled(),
                    there.marker().orElseThrow().text());
            return there;
        });
    }

    @Override
    protected long writes() {
        return lab.database().transaction("counting writes", table::writes);
    }

    @Override
    protected void hold(List<Sighting> sightings) {
        lab.load(
                "sightings",
                Records.lines(sightings.stream()
                        .map(s -> Records.sysmonProcess(s.time().toString(), s.host(), s.user(), s.commandLine()))
                        .toArray(String[]::new)));
    }

    @Override
    protected void failSearches() {
        lab.database().transaction("breaking the tables", LabConnectorTest::breakTables);
    }

    private static int breakTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("DROP VIEW toy.\"The process creation\"");
        }
    }
}
