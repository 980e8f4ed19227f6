package dev.harrier.splunk.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Commands that name, choose or drop columns: {@code rename}, {@code fields}, {@code table}. */
final class ColumnCommands {
    private ColumnCommands() {}

    /** {@code rename a as b, c.* as *}. */
    static Relation rename(Cursor cursor, Relation relation) {
        Relation result = relation;
        while (!cursor.atEnd()) {
            Token from = cursor.name();
            cursor.expect("as");
            Token to = cursor.name();
            if (stars(from) != stars(to)) {
                throw new SyntaxProblem("both names need the same wildcards", from.start());
            }
            result = renamed(result, from.value(), to.value());
            cursor.skip(",");
        }
        return result;
    }

    private static boolean stars(Token token) {
        return token.value().contains("*");
    }

    static Relation renamed(Relation relation, String from, String to) {
        Map<String, Sql> all = new LinkedHashMap<>();
        relation.fields()
                .forEach((name, value) -> all.put(renamed(name, from, to).orElse(name), value));
        return relation.select(all);
    }

    private static Optional<String> renamed(String name, String from, String to) {
        int star = from.indexOf('*');
        if (star < 0) {
            return name.equals(from) ? Optional.of(to) : Optional.empty();
        }
        String before = from.substring(0, star);
        String after = from.substring(star + 1);
        boolean fits =
                name.length() >= before.length() + after.length() && name.startsWith(before) && name.endsWith(after);
        return fits
                ? Optional.of(to.replace("*", name.substring(star, name.length() - after.length())))
                : Optional.empty();
    }

    /** {@code fields [+|-] list}: Splunk keeps {@code _time} unless it is taken away by name. */
    static Relation fields(Cursor cursor, Relation relation) {
        boolean remove = cursor.skip("-");
        cursor.skip("+");
        Predicate<String> listed = listed(cursor);
        Map<String, Sql> kept = new LinkedHashMap<>();
        relation.fields().forEach((name, value) -> {
            if (remove != listed.test(name) || (!remove && name.equals("_time"))) {
                kept.put(name, value);
            }
        });
        return chosen(relation, kept, cursor);
    }

    /** {@code table list}: in the list's order; a column that does not exist is empty. */
    static Relation table(Cursor cursor, Relation relation) {
        Map<String, Sql> kept = new LinkedHashMap<>();
        while (!cursor.atEnd()) {
            String name = cursor.name().value();
            if (name.contains("*")) {
                Predicate<String> fits = wildcard(name);
                relation.fields().forEach((column, value) -> {
                    if (fits.test(column)) {
                        kept.put(column, value);
                    }
                });
            } else {
                kept.put(name, relation.field(name));
            }
            cursor.skip(",");
        }
        return chosen(relation, kept, cursor);
    }

    private static Relation chosen(Relation relation, Map<String, Sql> kept, Cursor cursor) {
        if (kept.isEmpty()) {
            throw new SyntaxProblem("no column is left", cursor.offset());
        }
        return relation.select(kept);
    }

    private static Predicate<String> listed(Cursor cursor) {
        List<Predicate<String>> names = new ArrayList<>();
        while (!cursor.atEnd()) {
            names.add(wildcard(cursor.name().value()));
            cursor.skip(",");
        }
        return name -> names.stream().anyMatch(p -> p.test(name));
    }

    private static Predicate<String> wildcard(String name) {
        return Pattern.compile("\\Q" + name.replace("*", "\\E.*\\Q") + "\\E").asMatchPredicate();
    }
}
