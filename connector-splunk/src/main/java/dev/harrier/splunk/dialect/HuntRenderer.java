package dev.harrier.splunk.dialect;

import dev.harrier.dialect.NativeText;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.Logic;
import java.util.Optional;
import java.util.function.Supplier;

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
        Rendering rendering = cim instanceof Rendering.Unsupported unsupported && options.fallback()
                ? orElse(raw(detection), unsupported)
                : cim;
        return rendering instanceof Rendering.Unsupported no
                ? new Rendering.Unsupported(no.reason() + otherSetting(detection))
                : rendering;
    }

    /** Which setting would let it be said, found by saying it so; empty if none does. */
    private String otherSetting(Logic.Detection detection) {
        if (!options.fallback() && raw(detection) instanceof Rendering.Rendered) {
            return "; the setting fallback=raw does, over raw events";
        }
        if (lacking(detection, RawPlace.of(detection)).isPresent()) {
            return "";
        }
        Rendering raw = new HuntRenderer(options.overRawEvents()).render(detection);
        return raw instanceof Rendering.Rendered
                ? "; the setting format=raw does, over raw events of " + String.join(",", options.indexes())
                        + " (index), if they have such fields"
                : "";
    }

    /** A hunt that is too long for a search, with its values in tables if the site wants that; else why not. */
    Rendering withLookups(Logic logic, Rendering.Unsupported tooLong) {
        if (!options.lookups() || !(logic instanceof Logic.Detection detection)) {
            return tooLong;
        }
        Condition condition = detection.condition();
        Rendering cim = (options.raw() ? Optional.<Columns>empty() : SplTables.cim(detection.kind()))
                .map(columns -> said(() -> LookupSearch.cim(condition, columns, options)))
                .orElse(tooLong);
        return cim instanceof Rendering.Unsupported && options.fallback()
                ? RawPlace.of(detection)
                        .map(place -> said(() -> LookupSearch.raw(condition, place, options)))
                        .orElse(cim)
                : cim;
    }

    private static Rendering nativeText(Logic.NativeQuery query) {
        try {
            return NativeText.of(query, SplDialect.NAME, SplLiteral::string)
                    .<Rendering>map(Rendering.Rendered::new)
                    .orElse(new Rendering.Unsupported("the hunt has no SPL text; write one in its native query"));
        } catch (Unsayable e) {
            return new Rendering.Unsupported(e.getMessage());
        }
    }

    private Rendering cim(Logic.Detection detection) {
        Optional<Columns> dataset = SplTables.cim(detection.kind());
        return dataset.isEmpty()
                ? new Rendering.Unsupported("CIM has no dataset for " + detection.events() + " events")
                : attempt(() -> CimRenderer.render(
                        Respelling.of(detection.condition(), dataset.get()), dataset.get(), options));
    }

    private Rendering raw(Logic.Detection detection) {
        Optional<RawPlace> place = RawPlace.of(detection);
        if (place.isEmpty() && !options.raw()) {
            return new Rendering.Unsupported("no raw event source is known for " + detection.events() + " events");
        }
        Optional<String> lacking = lacking(detection, place);
        if (lacking.isPresent()) {
            return new Rendering.Unsupported(lacking.get());
        }
        return attempt(() -> RawRenderer.render(
                detection.condition(), place.orElseGet(() -> RawPlace.anywhere(detection)), options));
    }

    /** Who asks for raw events vouches for their fields, which a site may add to; where we fall back to them, nobody does. */
    private Optional<String> lacking(Logic.Detection detection, Optional<RawPlace> place) {
        return options.raw() ? Optional.empty() : place.flatMap(there -> LackingFields.of(detection, there.columns()));
    }

    static Rendering orElse(Rendering raw, Rendering.Unsupported cim) {
        return raw instanceof Rendering.Unsupported unsupported
                ? new Rendering.Unsupported(
                        cim.reason().equals(unsupported.reason())
                                ? cim.reason()
                                : "CIM: " + cim.reason() + ". Raw events: " + unsupported.reason())
                : raw;
    }

    static Rendering attempt(Supplier<String> text) {
        return said(() -> new Rendering.Rendered(text.get()));
    }

    private static Rendering said(Supplier<Rendering> rendering) {
        try {
            return rendering.get();
        } catch (Unsayable e) {
            return new Rendering.Unsupported(e.getMessage());
        }
    }
}
