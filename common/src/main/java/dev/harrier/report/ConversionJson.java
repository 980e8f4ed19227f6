package dev.harrier.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The machine contract of {@code convert}: one JSON object per rule. */
public final class ConversionJson {
    private ConversionJson() {}

    /** {@code {"file","id","text"}}, or {@code {"file","id","unsupported"}} without a text; one line, without a line feed. */
    public static String line(String file, String id, Optional<String> text, String unsupported) {
        ObjectNode json = Json.object();
        json.put("file", file);
        json.put("id", id);
        text.ifPresentOrElse(query -> json.put("text", query), () -> json.put("unsupported", unsupported));
        return Json.line(json);
    }
}
