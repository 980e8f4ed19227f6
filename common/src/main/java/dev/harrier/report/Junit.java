package dev.harrier.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit's XML: one suite. */
public final class Junit {
    private final XMLStreamWriter xml;

    private Junit(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * A suite as XML.
     *
     * @param name of the suite
     * @param tests how many there were, at least as many as there are cases
     */
    public static String of(String name, List<JunitCase> cases, int tests) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            new Junit(xml).suite(name, cases, tests);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return out.toString();
    }

    private void suite(String name, List<JunitCase> cases, int tests) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", clean(name));
        xml.writeAttribute("tests", String.valueOf(Math.max(tests, cases.size())));
        xml.writeAttribute("failures", count(cases.stream().map(JunitCase::failure)));
        xml.writeAttribute("skipped", count(cases.stream().map(JunitCase::skipped)));
        for (JunitCase one : cases) {
            testCase(one);
        }
        xml.writeEndElement();
    }

    private static String count(java.util.stream.Stream<Optional<String>> reasons) {
        return String.valueOf(reasons.filter(Optional::isPresent).count());
    }

    private void testCase(JunitCase one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", clean(one.className()));
        xml.writeAttribute("name", clean(one.name()));
        if (one.failure().isPresent()) {
            reason("failure", one.failure().get());
        } else if (one.skipped().isPresent()) {
            reason("skipped", one.skipped().get());
        }
        if (!one.output().isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(clean(one.output()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void reason(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", clean(text.lines().findFirst().orElse("")));
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    /** Characters that no XML 1.0 document may hold become U+FFFD. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(allowed(c) ? c : 0xFFFD));
        return clean.toString();
    }

    private static boolean allowed(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return c == '\t' || c == '\n' || (c >= ' ' && !surrogate && c != 0xFFFE && c != 0xFFFF);
    }
}
