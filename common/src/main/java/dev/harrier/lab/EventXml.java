package dev.harrier.lab;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an event of the Windows event log as XML into the fields that its JSON has elsewhere: {@code System} and {@code EventData}
 * vanish, attributes stand under {@code #attributes}, {@code <Data Name="Image">} is {@code Image}, and data without a name are
 * {@code param1}, {@code param2}, as winlogbeat calls them. No document type, no entities but XML's five, no addresses. For one thread.
 */
final class EventXml {
    /** The schema of events needs five. */
    static final int DEEPEST = 20;

    /** As the JDK's parser has it for elements; what is below a datum repeats its name. */
    private static final int LONGEST_NAME = 1000;

    private static final String ATTRIBUTES = "#attributes.";
    private static final String PARAMETER = "param";

    private final EventSources sources;
    private final XMLInputFactory factory = factory();
    private final Deque<Element> open = new ArrayDeque<>();
    private int parameters;

    EventXml(EventSources sources) {
        this.sources = sources;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    /**
     * Adds an event's fields.
     *
     * @param xml valid UTF-8
     * @param known fields that the record has already, which are not added again
     * @return what is wrong with it, if something is
     */
    Optional<String> read(byte[] xml, int from, int to, Set<String> known, RawEvent into) {
        open.clear();
        parameters = 0;
        try {
            XMLStreamReader reader =
                    factory.createXMLStreamReader(new ByteArrayInputStream(xml, from, to - from), "UTF-8");
            try {
                return events(reader, known, into);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return Optional.of("broken XML" + place(e));
        }
    }

    private static String place(XMLStreamException e) {
        return e.getLocation() == null ? "" : " at character " + e.getLocation().getCharacterOffset();
    }

    private Optional<String> events(XMLStreamReader reader, Set<String> known, RawEvent into)
            throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() == DEEPEST) {
                        return Optional.of("XML nested more than " + DEEPEST + " deep");
                    }
                    if (!begin(reader, known, into)) {
                        return tooMany();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader);
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!end(known, into)) {
                        return tooMany();
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return Optional.of("XML with a document type or entities of its own");
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static Optional<String> tooMany() {
        return Optional.of("more than " + RawEvent.MOST_FIELDS + " fields");
    }

    private boolean begin(XMLStreamReader reader, Set<String> known, RawEvent into) {
        Element parent = open.peek();
        if (parent != null) {
            parent.leaf = false;
        }
        Element element = new Element(name(reader, parent));
        open.push(element);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = element.prefix(sources) + ATTRIBUTES + reader.getAttributeLocalName(i);
            if (!(isDatum(reader, parent) || add(name, reader.getAttributeValue(i), known, into))) {
                return false;
            }
        }
        return true;
    }

    /** A datum's own name, or the element's below its parents'. */
    private String name(XMLStreamReader reader, Element parent) {
        if (isDatum(reader, parent)) {
            String own = reader.getAttributeValue(null, "Name");
            boolean named = own != null && !own.isBlank() && own.length() <= LONGEST_NAME;
            return named ? own : PARAMETER + ++parameters;
        }
        return parent == null ? reader.getLocalName() : parent.prefix(sources) + reader.getLocalName();
    }

    private static boolean isDatum(XMLStreamReader reader, Element parent) {
        return reader.getLocalName().equals("Data") && parent != null && parent.isData();
    }

    private void text(XMLStreamReader reader) {
        Element element = open.peek();
        if (element != null && element.leaf) {
            element.text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
    }

    private boolean end(Set<String> known, RawEvent into) {
        Element element = open.pop();
        return !element.leaf || add(element.name, element.text.toString(), known, into);
    }

    private boolean add(String name, String text, Set<String> known, RawEvent into) {
        boolean wanted =
                !text.isBlank() && !known.contains(name) && !sources.skipped().contains(name);
        return !wanted || into.add(name, text);
    }

    private static final class Element {
        private final String name;
        private final StringBuilder text = new StringBuilder();
        private boolean leaf = true;

        Element(String name) {
            this.name = name;
        }

        boolean isData() {
            return name.equals("EventData") || name.equals("UserData");
        }

        String prefix(EventSources sources) {
            return sources.flattened().contains(name) ? "" : name + ".";
        }
    }
}
