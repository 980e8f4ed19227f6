package dev.harrier.lab;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;

/** Writes JSON text. */
final class JsonText {
    private JsonText() {}

    /** A JSON string. */
    static void quote(String text, StringBuilder to) {
        to.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, to);
        to.append('"');
    }

    /** The value that the parser stands at, compact; the parser then stands at its last token. */
    static void copy(JsonParser parser, StringBuilder to) throws IOException {
        int depth = 0;
        boolean first = true;
        do {
            JsonToken token = parser.currentToken();
            if (token.isStructEnd()) {
                depth--;
                to.append(parser.getText());
                first = false;
                continue;
            }
            to.append(first ? "" : ",");
            first = copyOpening(parser, token, to);
            depth += token.isStructStart() ? 1 : 0;
        } while (depth > 0 && parser.nextToken() != null);
    }

    private static boolean copyOpening(JsonParser parser, JsonToken token, StringBuilder to) throws IOException {
        if (token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING) {
            quote(parser.getText(), to);
        } else {
            to.append(parser.getText());
        }
        if (token == JsonToken.FIELD_NAME) {
            to.append(':');
        }
        return token == JsonToken.FIELD_NAME || token.isStructStart();
    }
}
