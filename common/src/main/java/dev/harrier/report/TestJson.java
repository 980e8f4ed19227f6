package dev.harrier.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code test} found as JSON: one object per hunt, in the order given. */
public final class TestJson {
    private TestJson() {}

    /** One document with the list {@code hunts}. */
    public static String of(List<TestedHunt> hunts) {
        ObjectNode root = Json.object();
        root.set("hunts", Json.array(hunts, TestJson::hunt));
        return Json.pretty(root).strip();
    }

    /** One line per hunt; empty without hunts. */
    public static String lines(List<TestedHunt> hunts) {
        return hunts.stream().map(TestJson::hunt).map(Json::line).collect(Collectors.joining("\n"));
    }

    private static ObjectNode hunt(TestedHunt hunt) {
        ObjectNode node = Json.object()
                .put("id", hunt.id())
                .put("title", hunt.title())
                .put("hits", hunt.hits())
                .put("nearMisses", hunt.nearMisses());
        hunt.untested().ifPresent(why -> node.put("untested", why));
        node.set("texts", Json.array(hunt.texts(), TestJson::text));
        return node;
    }

    private static ObjectNode text(TestedHunt.TestedText text) {
        ObjectNode node = Json.object()
                .put("dialect", text.dialect())
                .put("events", text.events())
                .put("result", text.result().word())
                .put("status", text.status());
        return text.detail().isEmpty() ? node : node.put("detail", text.detail());
    }
}
