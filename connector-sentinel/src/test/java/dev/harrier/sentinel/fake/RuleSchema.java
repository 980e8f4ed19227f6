package dev.harrier.sentinel.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The official shape of a scheduled rule's PUT body. */
public final class RuleSchema {
    private static final JsonSchema SCHEMA = read();

    private RuleSchema() {}

    /** What is wrong with a body; empty if nothing. */
    public static List<String> problems(JsonNode body) {
        return SCHEMA.validate(body, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    private static JsonSchema read() {
        try (InputStream in = RuleSchema.class.getResourceAsStream("scheduled-rule.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
