package dev.harrier.hunt.sigma;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.LogSource;
import java.util.Map;
import java.util.Optional;

/** Which of our event kinds a Sigma log source is. */
final class LogSources {
    /** Channels of which some event ids are kinds of ours; the rule must then ask for one of these ids. */
    private static final Map<String, Map<Long, EventKind>> CHANNELS = Map.of(
            "security",
                    Map.of(
                            4624L, EventKind.LOGON,
                            4625L, EventKind.LOGON,
                            4698L, EventKind.TASK_CREATION),
            "system", Map.of(7045L, EventKind.SERVICE_CREATION));

    private LogSources() {}

    /** The kind of a category, of whatever product; {@code OTHER} if it has none. */
    static EventKind kind(LogSource source) {
        return source.service().isPresent()
                ? EventKind.OTHER
                : source.category().flatMap(EventKind::ofCategory).orElse(EventKind.OTHER);
    }

    /** The event ids of a Windows channel that are ours; none if the source is no such channel. */
    static Map<Long, EventKind> eventIds(LogSource source) {
        boolean channel = source.category().isEmpty() && source.product().equals(Optional.of("windows"));
        return channel ? CHANNELS.getOrDefault(source.service().orElse(""), Map.of()) : Map.of();
    }
}
