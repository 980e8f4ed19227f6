package dev.harrier.splunk;

import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The columns of a hunt's result that name the host and the account that a hit concerns.
 *
 * @param host a column, empty where the result has none
 * @param user a column, empty where the result has none
 */
record RiskObjects(Optional<String> host, Optional<String> user) {
    /** Read off the text: the dataset that it asks for, else the raw source of its kind of event, and the columns that it keeps. */
    static RiskObjects of(Deployment deployment, List<TableMapping> tables) {
        EventKind kind = deployment.hunt().logic().kind();
        String text = deployment.text();
        List<TableMapping> ofKind =
                tables.stream().filter(table -> table.kind() == kind).toList();
        Optional<TableMapping> table = ofKind.stream()
                .filter(mapping -> text.contains("datamodel=" + mapping.table()))
                .findFirst()
                .or(() -> ofKind.stream()
                        .filter(mapping -> mapping.table().contains(":"))
                        .findFirst());
        return new RiskObjects(
                column(table, text, EventModel.COMPUTER, "src_ip"),
                kind == EventKind.LOGON
                        ? column(table, text, "TargetUserName", EventModel.USER)
                        : column(table, text, EventModel.USER));
    }

    private static Optional<String> column(Optional<TableMapping> table, String text, String... fields) {
        return table.stream()
                .flatMap(mapping -> Stream.of(fields).flatMap(field -> mapping.columnsOf(field).stream()))
                .map(ColumnMapping::column)
                .filter(column -> Pattern.compile("\\b" + Pattern.quote(column) + "\\b")
                        .matcher(text)
                        .find())
                .findFirst();
    }
}
