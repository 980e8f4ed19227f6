package dev.harrier.pack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.attack.AttackCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads a user's own release of ATT&amp;CK: MITRE's {@code enterprise-attack.json}, a STIX 2.0 or 2.1 bundle. Object by object, so
 * that the 50 MB of a release never stand in memory at once.
 */
public final class AttackBundle {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WAY_OUT = "; get enterprise-attack.json from github.com/mitre-attack/attack-stix-data,"
            + " or leave --attack and HARRIER_ATTACK out to use the release that ships";

    private AttackBundle() {}

    /**
     * The release in a file.
     *
     * @throws PackException when the file is missing, is no STIX bundle of ATT&amp;CK, or its revocations go in a circle; the
     *     message says which, and the way out
     */
    public static AttackCatalogue read(Path file) {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = JSON.createParser(in)) {
            AttackObjects objects = new AttackObjects();
            read(parser, objects);
            return objects.catalogue();
        } catch (NoSuchFileException e) {
            throw bad(file, "does not exist", e);
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
            throw bad(file, "is not JSON" + line, e);
        } catch (IllegalArgumentException e) {
            throw bad(file, e.getMessage(), e);
        } catch (IOException e) {
            throw bad(file, "cannot be read", e);
        }
    }

    private static void read(JsonParser parser, AttackObjects objects) throws IOException {
        boolean bundle = false;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("is no STIX bundle");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("objects") && value == JsonToken.START_ARRAY) {
                bundle = true;
                readAll(parser, objects);
            } else {
                parser.skipChildren();
            }
        }
        if (!bundle) {
            throw new IllegalArgumentException("is no STIX bundle: it has no list of objects");
        }
    }

    private static void readAll(JsonParser parser, AttackObjects objects) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode object = JSON.readTree(parser);
            objects.add(object);
        }
    }

    private static PackException bad(Path file, String why, Exception cause) {
        return new PackException("the ATT&CK bundle " + file + " " + why + WAY_OUT, cause);
    }
}
