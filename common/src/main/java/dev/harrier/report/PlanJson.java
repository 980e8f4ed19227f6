package dev.harrier.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.deploy.ChangeWords;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A plan as JSON, for review and for {@code deploy --plan}. Deterministic. */
public final class PlanJson {
    private static final int SCHEMA = 1;

    private PlanJson() {}

    /**
     * One change.
     *
     * @param target the target's name
     * @param change in words
     * @param wanted every field that would be written, empty for a mere switch
     * @param there fingerprint of what is there, empty where nothing is
     */
    public record Line(String target, ChangeWords change, Map<String, String> wanted, String there) {}

    /** The file's content. */
    public static String of(String deployment, List<Line> lines) {
        ObjectNode json = Json.object();
        json.put("schema", SCHEMA);
        json.put("deployment", deployment);
        json.set("changes", Json.array(lines, PlanJson::line));
        return Json.pretty(json);
    }

    private static ObjectNode line(Line line) {
        ObjectNode json = Json.object();
        json.put("target", line.target());
        json.put("change", line.change().word());
        json.put("name", line.change().name());
        line.change().hunt().ifPresent(hunt -> json.put("hunt", hunt.toString()));
        json.put("detail", line.change().detail());
        if (!line.there().isEmpty()) {
            json.put("there", line.there());
        }
        ObjectNode wanted = Json.object();
        new TreeMap<>(line.wanted()).forEach(wanted::put);
        json.set("wanted", wanted);
        return json;
    }
}
