package dev.harrier.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.article.Article;
import dev.harrier.article.Block;
import dev.harrier.article.WebAddress;
import dev.harrier.article.fetch.Validators;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** What is remembered as JSON, version 1. Reading throws {@link IllegalArgumentException} at what is no line of this version. */
final class WatchJson {
    private static final int VERSION = 1;

    private WatchJson() {}

    static ObjectNode line() {
        return JsonNodeFactory.instance.objectNode().put("v", VERSION);
    }

    static ObjectNode of(FeedState state) {
        ObjectNode json = line();
        state.validators().entityTag().ifPresent(tag -> json.put("etag", tag));
        state.validators().lastModified().ifPresent(date -> json.put("modified", date));
        return json.put("news", state.news().toString())
                .put("failures", state.failures())
                .put("notBefore", state.notBefore().toString());
    }

    static FeedState feed(JsonNode json) {
        Validators validators = new Validators(optional(json, "etag"), optional(json, "modified"));
        return new FeedState(
                validators,
                parsed(json, "news", Instant::parse),
                json.path("failures").asInt(),
                parsed(json, "notBefore", Instant::parse));
    }

    static ObjectNode of(Telling telling) {
        ObjectNode json = line().put("story", telling.story())
                .put("key", telling.key())
                .put("at", telling.at().toString());
        ArrayNode sketch = json.putArray("sketch");
        telling.signature().sketch().hashes().forEach(sketch::add);
        ArrayNode indicators = json.putArray("indicators");
        telling.signature().indicators().forEach(indicators::add);
        json.set("article", of(telling.article()));
        return json;
    }

    static Telling telling(JsonNode json) {
        checkVersion(json);
        List<Long> hashes = new ArrayList<>();
        json.path("sketch").forEach(hash -> hashes.add(hash.longValue()));
        SortedSet<String> indicators = new TreeSet<>();
        json.path("indicators").forEach(indicator -> indicators.add(indicator.asText()));
        Article article = article(json.path("article"));
        return new Telling(
                text(json, "story"),
                text(json, "key"),
                parsed(json, "at", Instant::parse),
                article,
                new Signature(new Sketch(hashes), indicators, article.published()));
    }

    static void checkVersion(JsonNode json) {
        if (json.path("v").asInt() != VERSION) {
            throw new IllegalArgumentException("not a line of version " + VERSION);
        }
    }

    static String text(JsonNode json, String key) {
        return optional(json, key).orElseThrow(() -> new IllegalArgumentException(key + " is not there"));
    }

    private static ObjectNode of(Article article) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", article.id()).put("title", article.title());
        article.source().ifPresent(source -> json.put("source", source));
        article.published().ifPresent(date -> json.put("published", date.toString()));
        article.url().ifPresent(url -> json.put("url", url.toString()));
        json.put("text", article.text());
        ArrayNode blocks = json.putArray("blocks");
        article.blocks().forEach(block -> blocks.addArray()
                .add(block.kind().name())
                .add(block.start())
                .add(block.end()));
        return json;
    }

    private static Article article(JsonNode json) {
        List<Block> blocks = new ArrayList<>();
        json.path("blocks")
                .forEach(block -> blocks.add(new Block(
                        Block.Kind.valueOf(block.path(0).asText()),
                        block.path(1).asInt(),
                        block.path(2).asInt())));
        return new Article(
                text(json, "id"),
                text(json, "title"),
                optional(json, "source"),
                json.has("published") ? Optional.of(parsed(json, "published", LocalDate::parse)) : Optional.empty(),
                optional(json, "url").flatMap(WebAddress::of),
                text(json, "text"),
                blocks);
    }

    private static Optional<String> optional(JsonNode json, String key) {
        return Optional.of(json.path(key)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static <T> T parsed(JsonNode json, String key, Function<String, T> parser) {
        try {
            return parser.apply(text(json, key));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(key + " is no time", e);
        }
    }
}
