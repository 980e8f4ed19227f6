package dev.harrier.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.article.Article;
import dev.harrier.hunt.Ground;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntPack;
import dev.harrier.hunt.LeftOut;
import dev.harrier.hunt.compose.Hunted;

/** {@code pack.json}: the article's facts, its evidence, the assessment and the hunts. Never the article's text. */
public final class PackJson {
    private static final int SCHEMA = 1;

    private PackJson() {}

    /** The file's content. */
    public static String of(HuntPack pack) {
        ObjectNode json = Json.object();
        json.put("schema", SCHEMA);
        json.set("article", article(pack.article()));
        EvidenceJson.assessment(json, pack.assessment());
        EvidenceJson.evidence(json, pack.evidence(), pack.assessment());
        json.set("hunts", Json.array(pack.hunts(), PackJson::hunt));
        json.set("leftOut", Json.array(pack.leftOut(), PackJson::leftOut));
        json.set("toCheck", Json.texts(pack.toCheck()));
        return Json.pretty(json);
    }

    private static ObjectNode article(Article article) {
        ObjectNode json = Json.object();
        json.put("title", article.title());
        json.put("story", Hunted.Source.of(article).story());
        article.source().ifPresent(source -> json.put("source", source));
        article.published().ifPresent(date -> json.put("published", date.toString()));
        article.url().ifPresent(url -> json.put("url", url.toString()));
        json.put("characters", article.text().length());
        return json;
    }

    private static ObjectNode hunt(Hunt hunt) {
        ObjectNode json = Json.object();
        json.put("id", hunt.id().toString());
        json.put("title", hunt.title());
        json.put("file", hunt.fileName());
        json.put("kind", hunt.kind().word());
        json.put("events", hunt.logic().kind().category());
        json.put("severity", hunt.severity().word());
        json.put("confidence", hunt.confidence().word());
        hunt.timeToLive().ifPresent(time -> json.put("daysToLive", time.toDays()));
        json.set("techniques", Json.texts(hunt.techniques()));
        json.put("because", hunt.selectedBecause());
        json.set("grounds", Json.array(hunt.grounds(), PackJson::ground));
        return json;
    }

    private static ObjectNode ground(Ground ground) {
        ObjectNode json = Json.object();
        json.put("field", ground.field());
        json.put("value", ground.value());
        json.set("quote", EvidenceJson.quote(ground.quote()));
        if (!ground.clauses().isEmpty()) {
            json.set("clauses", Json.texts(ground.clauses()));
        }
        return json;
    }

    private static ObjectNode leftOut(LeftOut leftOut) {
        ObjectNode json = Json.object();
        json.put("what", leftOut.what());
        json.put("reason", leftOut.reason());
        return json;
    }
}
