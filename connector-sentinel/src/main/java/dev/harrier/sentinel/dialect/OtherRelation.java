package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.OtherEvents;
import dev.harrier.dialect.SqlText;
import dev.harrier.hunt.EventModel;
import dev.harrier.sentinel.dialect.KqlSchema.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of log sources that are no kind of event, with those of its columns and dynamic keys that a text names. */
final class OtherRelation {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*+");
    private static final Pattern KEY = Pattern.compile("([A-Za-z_]\\w*+)\\)?+((?:\\.[A-Za-z_]\\w*+)++)");

    private final String table;
    private final SourceTables.Held held;
    private final Map<String, SqlScope.Column> columns = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    private OtherRelation(String table, SourceTables.Held held) {
        this.table = table;
        this.held = held;
    }

    /** Empty if no log source's events are in a table of that name. */
    static Optional<SqlRelation> of(String table, String text) {
        return KqlTables.held(table).map(held -> new OtherRelation(table, held).relation(text));
    }

    private SqlRelation relation(String text) {
        time("TimeGenerated");
        time("Timestamp");
        Set<String> words = words(text);
        for (Platform platform : Platform.values()) {
            KqlSchema.of(platform)
                    .table(table)
                    .ifPresent(types ->
                            types.forEach((name, type) -> column(name, SqlType.ofKql(type), words.contains(name))));
        }
        keys(text);
        SqlScope scope = new SqlScope(columns);
        String list = values.entrySet().stream()
                .map(value -> value.getValue() + " AS " + SqlText.identifier(value.getKey()))
                .collect(Collectors.joining(", "));
        return new SqlRelation(
                "SELECT " + list + " FROM " + SqlText.identifier(OtherEvents.TABLE) + " WHERE "
                        + OtherEvents.of(held.sources()),
                scope);
    }

    private void time(String name) {
        columns.put(name, new SqlScope.Column(SqlType.TIME, true));
        values.put(name, SqlText.identifier(EventModel.TIME));
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private void column(String name, SqlType type, boolean named) {
        if (columns.putIfAbsent(name, new SqlScope.Column(type, named)) == null && named) {
            values.put(name, typed(value(name), type));
        }
    }

    private void keys(String text) {
        Matcher key = KEY.matcher(text);
        while (key.find()) {
            String name = key.group(1) + key.group(2);
            if (columns.containsKey(key.group(1))
                    && columns.putIfAbsent(name, new SqlScope.Column(SqlType.TEXT, true)) == null) {
                values.put(name, typed(value(name), SqlType.TEXT));
            }
        }
    }

    /** The value under each name that it may have: the log source's and the table's own. */
    private String value(String column) {
        List<String> places = new ArrayList<>();
        Optional.ofNullable(held.constants().get(column))
                .ifPresent(constant -> places.add(SqlText.literal(constant.split("\\|")[0])));
        for (String field : held.fields(column)) {
            boolean own = field.equals(EventModel.USER) || field.equals(EventModel.COMPUTER);
            places.add(own ? SqlText.identifier(field) : OtherEvents.field(field));
        }
        places.add(0, OtherEvents.field(column));
        return "coalesce(" + String.join(", ", places) + ")";
    }

    private static String typed(String value, SqlType type) {
        return type == SqlType.TEXT ? "coalesce(" + value + ", '')" : "TRY_CAST(" + value + " AS " + type.sql() + ")";
    }
}
