package dev.harrier.splunk;

import com.fasterxml.jackson.databind.JsonNode;

/** A yes or no of splunkd's, which comes as {@code true}, {@code 1}, or either as text. */
final class Flag {
    private Flag() {}

    static boolean isOn(JsonNode value) {
        return value.asBoolean(false) || value.asText().equals("1");
    }
}
