package dev.harrier.report.lint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/** Findings for scripts: {@code {"file","line","column","within"?,"code","level","message"}}. */
public final class LintJson {
    private LintJson() {}

    /** One object with all findings under {@code findings}, and {@code hunts} and {@code files}. */
    public static String of(LintReport report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("hunts", report.hunts()).put("files", report.files());
        ArrayNode findings = root.putArray("findings");
        report.remarks().forEach(remark -> findings.add(node(remark)));
        return LintTrees.pretty(root);
    }

    /** One finding per line; no text at all when there is none. */
    public static String lines(List<LintRemark> remarks) {
        return remarks.stream().map(remark -> LintTrees.line(node(remark))).collect(Collectors.joining("\n"));
    }

    private static ObjectNode node(LintRemark remark) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", remark.file()).put("line", remark.line()).put("column", remark.column());
        remark.within().ifPresent(where -> node.put("within", where));
        return node.put("code", remark.code())
                .put("level", remark.level().word())
                .put("message", remark.message());
    }
}
