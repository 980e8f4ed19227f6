package dev.harrier.lab;

import dev.harrier.hunt.EventField;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import java.util.List;

/**
 * How events of one source and id become rows of a kind's table.
 *
 * @param kind of the events
 * @param source where they come from, for example {@code sysmon/1}
 * @param columns in the table's order
 */
record EventShape(EventKind kind, String source, List<Column> columns) {
    /** Sysmon's process creations, which tell more than {@link #SECURITY_PROCESS}'s of the same processes. */
    static final String SYSMON_PROCESS = "sysmon/1";

    static final String SECURITY_PROCESS = "security/4688";

    EventShape {
        columns = List.copyOf(columns);
    }

    /** The column that every row fills. */
    Column time() {
        return column(EventModel.TIME);
    }

    Column host() {
        return column(EventModel.COMPUTER);
    }

    private Column column(String name) {
        for (Column column : columns) {
            if (column.field().name().equals(name)) {
                return column;
            }
        }
        throw new IllegalStateException("every kind has the field " + name);
    }

    /** A field and where its value may be found, best first. */
    record Column(EventField field, List<Spelling> spellings) {
        Column {
            spellings = List.copyOf(spellings);
        }

        boolean isTime() {
            return field.name().equals(EventModel.TIME);
        }

        /** The value, or the empty text. */
        String read(RawEvent event) {
            return EventSources.first(spellings, event);
        }

        /**
         * Adds the value to an empty text, from the first spelling that the record has.
         *
         * @return that spelling; null if it has none
         */
        Spelling copyTo(RawEvent event, ByteText to) {
            for (int i = 0; i < spellings.size(); i++) {
                Spelling spelling = spellings.get(i);
                spelling.copyTo(event, to);
                if (to.length() > 0) {
                    return spelling;
                }
            }
            return null;
        }
    }
}
