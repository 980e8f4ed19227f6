package dev.harrier.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.evidence.Indicator;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.HuntPack;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code indicators.stix.json}: the huntable indicators as a STIX 2.1 bundle with deterministic ids. */
public final class StixBundle {
    private StixBundle() {}

    /** The file's content. */
    public static String of(HuntPack pack) {
        String time = pack.article().published().orElse(LocalDate.EPOCH) + "T00:00:00.000Z";
        List<Indicator> indicators = pack.evidence().indicators().stream()
                .filter(Indicator::huntable)
                .filter(indicator -> pattern(indicator).isPresent())
                .toList();
        ObjectNode json = Json.object();
        json.put("type", "bundle");
        json.put("id", "bundle--" + HuntId.derived("stix-bundle", pack.article().title(), time));
        json.set("objects", Json.array(indicators, indicator -> indicator(indicator, time)));
        return Json.pretty(json);
    }

    private static ObjectNode indicator(Indicator indicator, String time) {
        ObjectNode json = Json.object();
        json.put("type", "indicator");
        json.put("spec_version", "2.1");
        json.put(
                "id",
                "indicator--"
                        + HuntId.derived("stix-indicator", indicator.type().word(), indicator.value()));
        json.put("created", time);
        json.put("modified", time);
        json.put("name", indicator.type().word() + " " + indicator.value());
        json.put("description", indicator.why());
        json.putArray("indicator_types").add("malicious-activity");
        json.put("pattern", pattern(indicator).orElseThrow());
        json.put("pattern_type", "stix");
        json.put("valid_from", time);
        return json;
    }

    private static Optional<String> pattern(Indicator indicator) {
        Optional<String> object =
                switch (indicator.type()) {
                    case IPV4, CIDR -> Optional.of("ipv4-addr:value");
                    case IPV6 -> Optional.of("ipv6-addr:value");
                    case DOMAIN -> Optional.of("domain-name:value");
                    case URL -> Optional.of("url:value");
                    case EMAIL -> Optional.of("email-addr:value");
                    case MD5 -> Optional.of("file:hashes.MD5");
                    case SHA1 -> Optional.of("file:hashes.'SHA-1'");
                    case SHA256 -> Optional.of("file:hashes.'SHA-256'");
                    case SHA512 -> Optional.of("file:hashes.'SHA-512'");
                    case FILENAME -> Optional.of("file:name");
                    case REGISTRY -> Optional.of("windows-registry-key:key");
                    case MUTEX -> Optional.of("mutex:name");
                    default -> Optional.empty();
                };
        return object.map(path -> "[" + path + " = '" + escaped(indicator.value()) + "']");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("'", "\\'");
    }
}
