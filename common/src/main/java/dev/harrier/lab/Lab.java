package dev.harrier.lab;

import dev.harrier.dialect.Dialect;
import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.Window;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The embedded SIEM: events in one table per kind, and the objects deployed to it. In memory or in one file, which one process at a
 * time can hold. Safe for several threads: every load, search and change has connections and transactions of its own, a killed one
 * leaves nothing half done, and nobody sees half a load.
 */
public final class Lab implements AutoCloseable {
    private final Database database;

    private Lab(Database database) {
        this.database = database;
        database.transaction("creating its tables", connection -> {
            try (Statement statement = connection.createStatement()) {
                StoreTables.create(statement);
                UnfinishedLoads.create(statement);
                ObjectTable.create(statement);
                return statement;
            }
        });
        new UnfinishedLoads(database).dropAllBut(database.loads().loads());
    }

    /** A lab that is gone when closed. */
    public static Lab inMemory() {
        return inMemory(LabLimits.DEFAULT);
    }

    /** A lab that is gone when closed. */
    public static Lab inMemory(LabLimits limits) {
        return new Lab(Database.open("", limits));
    }

    /**
     * The lab kept in a file, made if it isn't there.
     *
     * @throws LabException of kind BUSY if another process holds it, STORAGE if it is no lab
     */
    public static Lab at(Path databaseFile) {
        return at(databaseFile, LabLimits.DEFAULT);
    }

    /** The same, within limits. */
    public static Lab at(Path databaseFile, LabLimits limits) {
        return at(databaseFile, limits, Duration.ZERO);
    }

    /**
     * The same, waiting for another process that holds the file.
     *
     * @throws LabException of kind BUSY, naming the process, if it still does when the time is over
     */
    public static Lab at(Path databaseFile, LabLimits limits, Duration wait) {
        return new Lab(Database.open(databaseFile.toAbsolutePath().toString(), limits, wait));
    }

    /**
     * The files of events in a folder and the folders in it, sorted, without hidden ones and without what links lead to outside it; the
     * place itself, if it is no folder.
     *
     * @throws LabException of kind UNREADABLE
     */
    public static List<Path> filesIn(Path place) {
        return EventFiles.in(place);
    }

    /**
     * Loads a file of events, in any spelling that {@code event-sources.tsv} knows: JSON (an object per line or over several, an
     * array, an answer of Advanced hunting, Log Analytics or Splunk around one), CSV with a heading, Zeek's and W3C's logs, plain,
     * gzip or Zstandard; the Windows event log's XML; Parquet. All of it or nothing, also if it is killed: what a killed load left is
     * taken back when the lab is opened next. What can't be read is in the report.
     *
     * @throws LabException of kind UNREADABLE or CUT_SHORT
     */
    public LoadReport load(Path file) {
        return load(file, WhenCutShort.DISCARD);
    }

    /** The same; the caller decides what becomes of a file that ends in the middle. */
    public LoadReport load(Path file, WhenCutShort whenCutShort) {
        try (InputStream in = EventFiles.open(file, database.limits())) {
            return load(file.toString(), in, whenCutShort);
        } catch (IOException e) {
            throw new LabException(LabException.Kind.UNREADABLE, file + " can't be closed: " + e.getMessage(), e);
        }
    }

    /**
     * Loads events from a stream.
     *
     * @param name for the report and for errors
     * @param in left open
     */
    public LoadReport load(String name, InputStream in) {
        return load(name, in, WhenCutShort.DISCARD);
    }

    private LoadReport load(String name, InputStream in, WhenCutShort whenCutShort) {
        EventLoad load = new EventLoad(name, whenCutShort, database.limits().threads());
        return database.loading("loading " + name, () -> load.run(in, database));
    }

    /**
     * Adds made events of one kind, in one transaction.
     *
     * @param events values by the event model's field names: texts, numbers, booleans, and an {@link java.time.Instant} as {@code
     *     EventTime}, which none may lack; absent fields are null in the table;
     *     of {@link EventKind#OTHER}, any other field as its log source calls it
     * @throws IllegalArgumentException if an event has a field that its kind has not, or no time; nothing is added then
     */
    public void add(EventKind kind, List<Map<String, Object>> events) {
        database.transaction("adding events", connection -> {
            try (MadeEventWriter writer = new MadeEventWriter(connection, kind)) {
                for (Map<String, Object> event : events) {
                    writer.write(event);
                }
            }
            return events;
        });
    }

    /** Shows the events as a dialect's tables, under its default profile. Doing it again renews them. */
    public synchronized void install(Dialect dialect) {
        TableViews views = new TableViews(dialect);
        database.transaction("showing events as " + dialect.name(), connection -> {
            try (Statement statement = connection.createStatement()) {
                views.create(statement);
                return views;
            }
        });
    }

    /** From the first loaded event to a second after the last; empty when there is none. */
    public Optional<Window> span() {
        return LabCoverage.span(database);
    }

    /** What is loaded, one entry per kind, also of kinds without events. */
    public List<Coverage> coverage() {
        return LabCoverage.all(database);
    }

    /** How many events of each kind each host has in each hour that has any, sorted; hosts in lower case. */
    public List<HourlyEvents> hourly() {
        return LabCoverage.hourly(database);
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
