package dev.harrier.article.feed;

import com.rometools.rome.io.SAXBuilder;
import com.rometools.rome.io.WireFeedInput;
import java.util.Locale;

/** ROME's parser without document types, which it refuses of itself, and with limits on what a document may nest and hold. */
final class HardenedInput extends WireFeedInput {
    HardenedInput() {
        super(false, Locale.ROOT);
        setAllowDoctypes(false);
        setXmlHealerOn(true);
    }

    @Override
    protected SAXBuilder createSAXBuilder() {
        SAXBuilder builder = super.createSAXBuilder();
        builder.setXMLFilter(new ElementLimits());
        return builder;
    }
}
