package dev.harrier.dialect;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.FieldType;

/**
 * One column of a table and the event field that fills it.
 *
 * @param field Sigma's name, see {@link dev.harrier.hunt.EventModel}
 * @param column the table's own name for it
 * @param transform how the column is made from the field
 * @param type of the column
 */
public record ColumnMapping(String field, String column, Transform transform, FieldType type) {
    /** How a column is made from a field. */
    public enum Transform {
        /** As it is. */
        IDENTITY,
        /** The part after the last backslash or slash. */
        BASE_NAME,
        /** The part before the last backslash or slash. */
        DIRECTORY,
        /** The account without {@code DOMAIN\}. */
        ACCOUNT_NAME,
        /** The domain of {@code DOMAIN\account}, empty without one. */
        ACCOUNT_DOMAIN,
        /** A registry path without its last segment (the value's name). */
        PARENT_KEY,
        /** A registry path in the table's spelling of hives, see the connector's notes. */
        REGISTRY_LONG_HIVE,
        /** Both: without its last segment, and the hive in the table's spelling. */
        PARENT_KEY_LONG_HIVE,
        /** The part of a registry path after the last backslash; unlike {@link #BASE_NAME}, a slash is part of a name. */
        REGISTRY_VALUE_NAME,
        /** A registry object that may be a key or a value: its key, the hive in the table's spelling. */
        OBJECT_KEY_LONG_HIVE,
        /** A registry object that may be a key or a value: the value's name, empty for a key. */
        OBJECT_VALUE_NAME,
        /** Registry data as the table writes it: {@code 1} where Sysmon has {@code DWORD (0x00000001)}. */
        REGISTRY_DATA,
        /** The type of registry data, {@code Dword} or {@code String}. */
        REGISTRY_TYPE,
        /** Whether the host made a connection, as {@code outbound} or {@code inbound}. */
        DIRECTION,
        /** The part of a URI before its question mark, without scheme and host. */
        URI_STEM,
        /** The part of a URI after its first question mark. */
        URI_QUERY
    }

    public ColumnMapping {
        requireNonNull(field, "field is null");
        requireNonNull(column, "column is null");
        requireNonNull(transform, "transform is null");
        requireNonNull(type, "type is null");
    }
}
