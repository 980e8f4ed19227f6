package dev.harrier.splunk.dialect;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which columns of a table name the host and the account that a hit concerns.
 *
 * @param host a column
 * @param user a column, empty where the table has none
 */
record Entities(String host, Optional<String> user) {
    static Entities of(TableMapping mapping) {
        String host = column(mapping, EventModel.COMPUTER)
                .or(() -> column(mapping, "src_ip"))
                .orElseThrow(() -> new IllegalStateException(mapping.table() + " names no host"));
        return new Entities(host, account(mapping).or(() -> column(mapping, EventModel.USER)));
    }

    /** Host first. */
    List<String> columns() {
        return Stream.concat(Stream.of(host), user.stream()).toList();
    }

    /** A sign-in concerns the account that signs in. */
    private static Optional<String> account(TableMapping mapping) {
        return mapping.kind() == EventKind.LOGON ? column(mapping, "TargetUserName") : Optional.empty();
    }

    private static Optional<String> column(TableMapping mapping, String field) {
        return mapping.columnsOf(field).stream().map(ColumnMapping::column).findFirst();
    }
}
