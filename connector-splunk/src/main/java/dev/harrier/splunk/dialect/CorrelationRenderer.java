package dev.harrier.splunk.dialect;

import dev.harrier.dialect.CorrelatedHunt;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.sigma.Correlation;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Chooses the rows for a correlation: CIM where one dataset has all of them, else raw events. CIM's rows are seconds, so two events
 * there are apart by whole seconds.
 */
record CorrelationRenderer(SplOptions options) {
    /** Rows that {@code streamstats} looks back on at most (limits.conf, {@code max_stream_window}). */
    private static final long MOST = 10_000;

    Rendering render(CorrelatedHunt hunt) {
        Optional<Long> least = hunt.least();
        if (least.isEmpty()) {
            return new Rendering.Unsupported(
                    "around every event there is a stretch of time that holds at most, or exactly,"
                            + " so many; only gt and gte can be asked");
        }
        if (least.get() > MOST) {
            return new Rendering.Unsupported("streamstats looks back on " + MOST + " events, not on " + least.get());
        }
        return options.raw() ? attempt(() -> raw(hunt)) : cim(hunt);
    }

    private Rendering cim(CorrelatedHunt hunt) {
        Rendering cim = attempt(() -> CorrelatedRows.cim(hunt, options).text());
        return cim instanceof Rendering.Unsupported no && options.fallback()
                ? HuntRenderer.orElse(attempt(() -> raw(hunt)), no)
                : cim;
    }

    private String raw(CorrelatedHunt hunt) {
        Correlation.Type type = hunt.correlation().type();
        boolean counts = type == Correlation.Type.EVENT_COUNT || type == Correlation.Type.VALUE_COUNT;
        return counts || hunt.merged().isPresent()
                ? CorrelatedRows.raw(hunt, options).text()
                : SeveralSearches.of(hunt, options).text();
    }

    private static Rendering attempt(Supplier<String> text) {
        return HuntRenderer.attempt(text);
    }
}
