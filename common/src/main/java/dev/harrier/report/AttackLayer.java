package dev.harrier.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.assess.TechniqueFinding;
import dev.harrier.hunt.HuntPack;

/** {@code attack-layer.json}: the article's techniques as an ATT&amp;CK Navigator layer (layer format 4.5). */
public final class AttackLayer {
    private AttackLayer() {}

    /** The file's content. */
    public static String of(HuntPack pack) {
        ObjectNode json = Json.object();
        json.put("name", pack.article().title());
        ObjectNode versions = json.putObject("versions");
        versions.put("attack", "18");
        versions.put("navigator", "5.1.0");
        versions.put("layer", "4.5");
        json.put("domain", "enterprise-attack");
        json.put("description", "Techniques that Harrier read in the article; the score is its certainty in percent.");
        json.set("techniques", Json.array(pack.assessment().techniques(), AttackLayer::technique));
        ObjectNode gradient = json.putObject("gradient");
        gradient.putArray("colors").add("#ffffff").add("#c2410c");
        gradient.put("minValue", 0);
        gradient.put("maxValue", 100);
        return Json.pretty(json);
    }

    private static ObjectNode technique(TechniqueFinding finding) {
        ObjectNode json = Json.object();
        json.put("techniqueID", finding.technique().id());
        json.put("score", Math.round(finding.score() * 100));
        json.put("comment", finding.why() + ": " + finding.quotes().get(0).text());
        json.put("enabled", true);
        return json;
    }
}
