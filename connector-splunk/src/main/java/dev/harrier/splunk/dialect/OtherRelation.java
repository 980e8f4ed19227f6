package dev.harrier.splunk.dialect;

import dev.harrier.dialect.OtherEvents;
import dev.harrier.dialect.SqlText;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Raw events of a log source that is no kind of event, with whatever fields the text names. */
final class OtherRelation {
    /** The mapping that stands for them where a search wants to know that its source is known. */
    static final TableMapping MAPPING = new TableMapping(EventKind.OTHER, OtherEvents.TABLE, List.of(), Map.of());

    private static final Pattern NAME = Pattern.compile("[A-Za-z_@][\\w@.{}-]*+");
    private static final Pattern CONSTRAINT = Pattern.compile("(source|sourcetype)(?:=| IN \\()\"([^\"]*)\"");
    private static final String TIME = "_time";
    private static final String HOST = "host";

    private OtherRelation() {}

    /** Those that a search's first command names by the terms of {@code raw-sources.tsv}; empty if it names none. */
    static Optional<Relation> of(String command, String text) {
        Set<String> sources = RawSources.named(command);
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(new Relation(
                                "SELECT * FROM " + SqlText.identifier(OtherEvents.TABLE) + " WHERE "
                                        + OtherEvents.of(sources),
                                Map.of())
                        .select(columns(command, text)));
    }

    private static Map<String, Sql> columns(String command, String text) {
        Map<String, Sql> columns = new LinkedHashMap<>();
        columns.put(TIME, new Sql("epoch(\"_time\")", Type.NUMBER));
        columns.put(HOST, column(EventModel.COMPUTER));
        columns.put(EventModel.USER, column(EventModel.USER));
        Matcher constraint = CONSTRAINT.matcher(command);
        while (constraint.find()) {
            columns.putIfAbsent(constraint.group(1), Sql.text(constraint.group(2)));
        }
        fields(text, columns);
        return columns;
    }

    /** What the text names, be it a field or not: names that differ by case only are one for DuckDB, the first of them counts. */
    private static void fields(String text, Map<String, Sql> columns) {
        Set<String> taken = new TreeSet<>();
        columns.keySet().forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            if (taken.add(name.group().toLowerCase(Locale.ROOT))) {
                columns.put(name.group(), new Sql(OtherEvents.field(name.group()), Type.TEXT));
            }
        }
    }

    private static Sql column(String name) {
        return new Sql(SqlText.identifier(name), Type.TEXT);
    }
}
