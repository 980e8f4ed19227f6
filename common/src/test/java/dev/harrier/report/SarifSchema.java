package dev.harrier.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The JSON Schema of OASIS SARIF 2.1.0. Thread-safe. */
public final class SarifSchema {
    private static final JsonSchema SCHEMA = schema();

    private SarifSchema() {}

    /** What of a log is against it, formats of URIs and times included; empty if nothing is. */
    public static List<String> problems(String log) {
        return SCHEMA
                .validate(log, InputFormat.JSON, context -> context.getExecutionConfig()
                        .setFormatAssertionsEnabled(true))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static JsonSchema schema() {
        try (InputStream in = SarifSchema.class.getResourceAsStream("sarif-2.1.0-rtm.5.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
