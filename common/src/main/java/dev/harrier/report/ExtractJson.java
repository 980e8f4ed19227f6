package dev.harrier.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.hunt.HuntPack;

/** The machine contract of {@code extract}: one JSON object per article. Stable: others measure through it. */
public final class ExtractJson {
    private static final int VERSION = 1;

    private ExtractJson() {}

    /** One line, without a line feed. */
    public static String line(HuntPack pack) {
        return Json.line(tree(pack));
    }

    /** The same, for reading. */
    public static String pretty(HuntPack pack) {
        return Json.pretty(tree(pack)).stripTrailing();
    }

    /** The line of an article that could not be read: its {@code id} and the {@code error}. */
    public static String failure(String id, String why) {
        ObjectNode json = Json.object();
        json.put("id", id);
        json.put("error", why);
        return Json.line(json);
    }

    private static ObjectNode tree(HuntPack pack) {
        ObjectNode json = Json.object();
        json.put("id", pack.article().id());
        json.put("contract", VERSION);
        json.put("title", pack.article().title());
        EvidenceJson.assessment(json, pack.assessment());
        EvidenceJson.evidence(json, pack.evidence(), pack.assessment());
        return json;
    }
}
