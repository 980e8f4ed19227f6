package dev.harrier.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.evidence.DeniedThreat;
import dev.harrier.hunt.HuntPack;
import java.util.Locale;

/**
 * The machine contract of {@code extract}: one JSON object per article, as {@code extract.schema.json} beside this class describes it.
 * Stable: others measure through it.
 */
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
        json.set("denied", Json.array(pack.evidence().denied(), ExtractJson::denied));
        return json;
    }

    private static ObjectNode denied(DeniedThreat denied) {
        ObjectNode json = Json.object();
        json.put("kind", denied.threat().kind().name().toLowerCase(Locale.ROOT));
        json.put("name", denied.threat().name());
        denied.threat().attackId().ifPresent(id -> json.put("id", id));
        json.put("why", denied.why());
        json.set("quote", EvidenceJson.quote(denied.threat().quote()));
        return json;
    }
}
