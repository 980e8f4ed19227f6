package dev.harrier.splunk.dialect;

import dev.harrier.dialect.SqlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Commands that begin a search with rows of their own: {@code from}, {@code datamodel}, {@code makeresults}. */
final class GeneratedRows {
    private GeneratedRows() {}

    /** {@code from datamodel:"A.B"}, or {@code datamodel="A.B"}: the dataset's fields without its name before them. */
    static Relation from(Command command) {
        Cursor cursor = new Cursor(command);
        Token name = cursor.name();
        String written = name.value();
        if (written.equalsIgnoreCase("datamodel")) {
            cursor.expect("=");
            name = cursor.name();
            written = name.value();
        } else if (written.startsWith("datamodel:")) {
            written = written.substring("datamodel:".length());
            written = written.isEmpty() ? cursor.name().value() : written;
        } else {
            throw new SyntaxProblem("from takes a data model in the translated subset", name.start());
        }
        String dataset = known(written, name.start());
        return ColumnCommands.renamed(SourceRelation.cim(dataset), object(dataset) + ".*", "*");
    }

    /** {@code datamodel A B search}: fields with the dataset's name before them. */
    static Relation datamodel(Command command) {
        Cursor cursor = new Cursor(command);
        Token model = cursor.name();
        String dataset = known(model.value() + "." + cursor.name().value(), model.start());
        cursor.expect("search");
        return SourceRelation.cim(dataset);
    }

    private static String known(String dataset, int offset) {
        if (SplTables.dataset(dataset).isEmpty()) {
            throw new SyntaxProblem("the data model dataset " + dataset + " is not mapped", offset);
        }
        return dataset;
    }

    private static String object(String dataset) {
        return dataset.substring(dataset.indexOf('.') + 1);
    }

    /** {@code makeresults [count=n]}, or {@code makeresults format=csv data="…"}: a lookup table written into the search. */
    static Relation made(Command command) {
        Cursor cursor = new Cursor(command);
        Map<String, String> options = new LinkedHashMap<>();
        while (!cursor.atEnd()) {
            String option = cursor.name().value();
            cursor.expect("=");
            options.put(option, cursor.next().value());
        }
        String format = options.getOrDefault("format", "csv");
        if (!format.equals("csv")) {
            throw new SyntaxProblem(
                    "makeresults format=" + format + " is not in the translated subset", command.start());
        }
        return options.containsKey("data")
                ? table(options.get("data").strip().lines().toList())
                : new Relation(
                        "SELECT epoch(now()) AS \"_time\" FROM range(" + count(options) + ")",
                        Map.of("_time", Type.NUMBER));
    }

    private static int count(Map<String, String> options) {
        String count = options.getOrDefault("count", "1");
        return count.matches("\\d{1,6}") ? Integer.parseInt(count) : 1;
    }

    private static Relation table(List<String> lines) {
        List<String> names = cells(lines.get(0));
        Map<String, Type> columns = new LinkedHashMap<>();
        names.forEach(name -> columns.put(name, Type.TEXT));
        String rows = lines.stream().skip(1).map(line -> row(names, line)).collect(Collectors.joining(" UNION ALL "));
        return new Relation(rows.isEmpty() ? row(names, "") + " WHERE false" : rows, columns);
    }

    private static String row(List<String> names, String line) {
        List<String> cells = cells(line);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String value = i < cells.size() && !cells.get(i).isEmpty()
                    ? Sql.text(cells.get(i)).text()
                    : Sql.NULL.text();
            values.add(value + " AS " + SqlText.identifier(names.get(i)));
        }
        return "SELECT " + String.join(", ", values);
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1)).stream().map(String::strip).toList();
    }
}
