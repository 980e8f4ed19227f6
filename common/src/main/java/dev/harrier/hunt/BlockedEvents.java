package dev.harrier.hunt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which events say of themselves that what they tell of was stopped: a connection that a firewall refused, a page that a proxy withheld, a
 * message that was not delivered. Pure.
 *
 * <p>The words are those of CIM ({@code blocked}; of mail also {@code quarantined}, {@code deleted}), of ASIM's {@code DvcAction}, of
 * Defender's {@code DeliveryAction}, and what firewalls and proxies write into CEF's {@code act}. Whatever says another word, or none, counts
 * as let through.
 */
public final class BlockedEvents {
    private static final Map<EventKind, String> FIELDS =
            Map.of(EventKind.NETWORK_CONNECTION, "Action", EventKind.PROXY, "action", EventKind.EMAIL, "action");

    private static final List<String> WORDS = List.of(
            "blocked",
            "block",
            "block-url",
            "denied",
            "deny",
            "dropped",
            "drop",
            "drop icmp",
            "prevented",
            "prevent",
            "rejected",
            "reject",
            "reset",
            "reset source",
            "reset destination",
            "reset-both",
            "reset-client",
            "reset-server");

    private static final List<String> OF_MAIL = List.of("blocked", "quarantined", "deleted", "rejected");

    private BlockedEvents() {}

    /** The same hunt for what was blocked alone; empty if events of its kind don't say, or it isn't a condition on events. */
    public static Optional<Hunt> of(Hunt hunt) {
        return hunt.logic() instanceof Logic.Detection detection
                ? condition(detection.kind())
                        .map(blocked -> new Condition.All(List.of(detection.condition(), blocked)))
                        .map(both -> hunt.withLogic(new Logic.Detection(detection.kind(), detection.source(), both)))
                : Optional.empty();
    }

    private static Optional<Condition> condition(EventKind kind) {
        return Optional.ofNullable(FIELDS.get(kind)).map(field -> {
            List<Condition> parts = new ArrayList<>();
            for (String word : kind == EventKind.EMAIL ? OF_MAIL : WORDS) {
                parts.add(new Condition.Match(field, new FieldTest.Like(TextPattern.exactly(word), false)));
            }
            return new Condition.Any(parts);
        });
    }
}
