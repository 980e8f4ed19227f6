package dev.harrier.article.feed;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** Stops reading at a depth and a number of elements that no feed has; ROME writes nested content out by recursion. */
final class ElementLimits extends XMLFilterImpl {
    private static final int DEEPEST = 256;
    private static final int MOST = 2_000_000;

    private int depth;
    private int elements;

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        depth++;
        elements++;
        if (depth > DEEPEST || elements > MOST) {
            throw new SAXException(depth > DEEPEST ? "its elements nest too deep" : "it has too many elements");
        }
        super.startElement(uri, localName, qName, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        depth--;
        super.endElement(uri, localName, qName);
    }
}
