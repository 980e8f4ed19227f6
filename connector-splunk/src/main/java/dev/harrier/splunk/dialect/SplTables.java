package dev.harrier.splunk.dialect;

import dev.harrier.dialect.TableMapping;
import dev.harrier.dialect.TableMappings;
import dev.harrier.hunt.EventKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The two mapping files, read once. Immutable. */
final class SplTables {
    private static final List<TableMapping> CIM = read("cim.tsv");
    private static final List<TableMapping> RAW = read("raw.tsv");

    private SplTables() {}

    /** CIM datasets first, then raw sources. */
    static List<TableMapping> all() {
        return Stream.concat(CIM.stream(), RAW.stream()).toList();
    }

    /** The CIM dataset of a kind, if there is one. */
    static Optional<TableMapping> cim(EventKind kind) {
        return CIM.stream().filter(t -> t.kind() == kind).findFirst();
    }

    /** The raw events of a kind, if Harrier knows where they are. */
    static Optional<TableMapping> raw(EventKind kind) {
        return RAW.stream().filter(t -> t.kind() == kind).findFirst();
    }

    /** All kinds in a CIM dataset; empty if it is unknown or not mapped. */
    static List<TableMapping> dataset(String name) {
        return CIM.stream().filter(t -> t.table().equals(name)).toList();
    }

    /** All raw mappings. */
    static List<TableMapping> raw() {
        return RAW;
    }

    private static List<TableMapping> read(String name) {
        try (InputStream in = SplTables.class.getResourceAsStream("/dev/harrier/splunk/" + name)) {
            return TableMappings.read(in, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
