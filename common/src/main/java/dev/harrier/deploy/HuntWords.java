package dev.harrier.deploy;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Leaves;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a rule's text would hold if it looked for what a detection looks for. */
record HuntWords(List<TableMapping> tables) {
    /** Each text, network and number that is asked for, and not in vain: one without a letter or digit tells nothing. */
    Set<String> values(Logic.Detection detection) {
        Set<String> values = new LinkedHashSet<>();
        for (Condition.Match match : Leaves.asked(detection.condition())) {
            value(match.test())
                    .filter(value -> !RuleWords.words(value).isEmpty())
                    .ifPresent(values::add);
        }
        return values;
    }

    private static Optional<String> value(FieldTest test) {
        if (test instanceof FieldTest.Like like) {
            return Optional.of(like.pattern().parts().stream()
                    .map(part -> part instanceof TextPattern.Literal literal ? literal.text() : " ")
                    .collect(Collectors.joining()));
        }
        if (test instanceof FieldTest.InSubnet subnet) {
            return Optional.of(subnet.cidr());
        }
        return test instanceof FieldTest.Compare compare
                ? Optional.of(Long.toString(compare.value()))
                : Optional.empty();
    }

    /** For each field that is asked for, the names by which a query may call it. */
    List<Set<String>> columns(Logic.Detection detection) {
        return Leaves.asked(detection.condition()).stream()
                .map(Condition.Match::field)
                .filter(field -> !field.equals(EventModel.TEXT))
                .distinct()
                .map(field -> columns(detection, field))
                .toList();
    }

    private Set<String> columns(Logic.Detection detection, String field) {
        Set<String> names = new LinkedHashSet<>(Set.of(field));
        for (TableMapping table : tables) {
            if (table.kind() == detection.kind()) {
                String model = table.table().substring(table.table().lastIndexOf('.') + 1);
                table.columnsOf(field).stream().map(ColumnMapping::column).forEach(column -> {
                    names.add(column.substring(column.lastIndexOf('.') + 1));
                    names.add(model + "." + column);
                });
            }
        }
        return names;
    }
}
