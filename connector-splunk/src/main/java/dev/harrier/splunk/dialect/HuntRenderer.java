package dev.harrier.splunk.dialect;

import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Logic;
import java.util.Optional;

/** Chooses the tables for a hunt's logic and turns what cannot be said into a value. */
record HuntRenderer(SplOptions options) {
    Rendering render(Logic logic) {
        if (logic instanceof Logic.NativeQuery query) {
            return nativeText(query);
        }
        Logic.Detection detection = (Logic.Detection) logic;
        if (options.raw()) {
            return raw(detection);
        }
        Rendering cim = cim(detection);
        return cim instanceof Rendering.Unsupported unsupported && options.fallback()
                ? orElse(raw(detection), unsupported)
                : cim;
    }

    private static Rendering nativeText(Logic.NativeQuery query) {
        String text = query.textByDialect().get(SplDialect.NAME);
        return text == null
                ? new Rendering.Unsupported("the hunt has no SPL text; write one in its native query")
                : new Rendering.Rendered(text);
    }

    private Rendering cim(Logic.Detection detection) {
        Optional<Columns> dataset = SplTables.cim(detection.kind());
        return dataset.isEmpty()
                ? new Rendering.Unsupported(
                        "CIM has no dataset for " + words(detection.kind()) + "; use the raw profile")
                : attempt(() -> CimRenderer.render(detection.condition(), dataset.get(), options));
    }

    private Rendering raw(Logic.Detection detection) {
        Optional<Columns> table = SplTables.raw(detection.kind());
        return table.isEmpty()
                ? new Rendering.Unsupported(
                        "no raw event source is known for " + words(detection.kind()) + "; use the cim profile")
                : attempt(() -> RawRenderer.render(detection.condition(), table.get(), options));
    }

    private static Rendering orElse(Rendering raw, Rendering.Unsupported cim) {
        return raw instanceof Rendering.Unsupported unsupported
                ? new Rendering.Unsupported(
                        cim.reason().equals(unsupported.reason())
                                ? cim.reason()
                                : "CIM: " + cim.reason() + ". Raw events: " + unsupported.reason())
                : raw;
    }

    private interface Text {
        String make();
    }

    private static Rendering attempt(Text text) {
        try {
            return new Rendering.Rendered(text.make());
        } catch (Unsayable e) {
            return new Rendering.Unsupported(e.getMessage());
        }
    }

    private static String words(EventKind kind) {
        return kind.words() + " events";
    }
}
