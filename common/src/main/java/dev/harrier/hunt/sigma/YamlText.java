package dev.harrier.hunt.sigma;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Builds and prints YAML: block style, texts in single quotes, and what isn't printable ASCII as escapes in double quotes. */
final class YamlText {
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setUseUnicodeEncoding(false)
            .setSplitLines(false)
            .setIndent(4)
            .setIndicatorIndent(2)
            .setMaxSimpleKeyLength(1000)
            .build();

    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 .,;_/()|=+-]*(:[A-Za-z0-9/][^ :#]*)?");

    private YamlText() {}

    static String print(Node node) {
        return new Present(SETTINGS)
                .emitToString(new Serialize(SETTINGS).serializeOne(node).iterator());
    }

    static Node quoted(String text) {
        return new ScalarNode(Tag.STR, text, ScalarStyle.SINGLE_QUOTED);
    }

    static Node number(String text) {
        return new ScalarNode(Tag.INT, text, ScalarStyle.PLAIN);
    }

    static Node truth(String text) {
        return new ScalarNode(Tag.BOOL, text, ScalarStyle.PLAIN);
    }

    /** Without quotes where nobody could doubt it; a text of several lines in double quotes with escapes. */
    static Node plain(String text) {
        return new ScalarNode(Tag.STR, text, style(text));
    }

    /** A text of several lines as it is; with escapes in double quotes where a block could not say it. */
    static Node block(String text) {
        return new ScalarNode(Tag.STR, text, ScalarStyle.LITERAL);
    }

    private static ScalarStyle style(String text) {
        if (text.indexOf('\n') >= 0) {
            return ScalarStyle.DOUBLE_QUOTED;
        }
        return SIMPLE.matcher(text).matches() ? ScalarStyle.PLAIN : ScalarStyle.SINGLE_QUOTED;
    }

    static Node sequence(List<Node> items) {
        return new SequenceNode(Tag.SEQ, items, FlowStyle.BLOCK);
    }

    static Node mapping(Map<String, Node> entries) {
        List<NodeTuple> tuples = entries.entrySet().stream()
                .map(e -> new NodeTuple(plain(e.getKey()), e.getValue()))
                .toList();
        return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
    }
}
