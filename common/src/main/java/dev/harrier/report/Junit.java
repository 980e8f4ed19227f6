package dev.harrier.report;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit's XML. */
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
        return written(junit -> junit.suite(name, cases, tests, Optional.empty()));
    }

    /**
     * Several suites as XML.
     *
     * @param name of all
     * @param suites cases by the name of their suite, in order
     * @param at when they ran
     */
    public static String suites(String name, Map<String, List<JunitCase>> suites, Instant at) {
        return written(junit -> junit.all(name, suites, at));
    }

    private interface Writing {
        void of(Junit junit) throws XMLStreamException;
    }

    private static String written(Writing writing) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            writing.of(new Junit(xml));
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return out.toString();
    }

    private void all(String name, Map<String, List<JunitCase>> suites, Instant at) throws XMLStreamException {
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", XmlText.clean(name));
        for (Map.Entry<String, List<JunitCase>> each : suites.entrySet()) {
            suite(each.getKey(), each.getValue(), each.getValue().size(), Optional.of(at));
        }
        xml.writeEndElement();
    }

    private void suite(String name, List<JunitCase> cases, int tests, Optional<Instant> at) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", XmlText.clean(name));
        if (at.isPresent()) {
            xml.writeAttribute("timestamp", at.get().toString());
        }
        xml.writeAttribute("tests", String.valueOf(Math.max(tests, cases.size())));
        xml.writeAttribute("failures", count(cases.stream().map(JunitCase::failure)));
        xml.writeAttribute("errors", count(cases.stream().map(JunitCase::error)));
        xml.writeAttribute("skipped", count(cases.stream().map(JunitCase::skipped)));
        for (JunitCase one : cases) {
            testCase(one);
        }
        xml.writeEndElement();
    }

    private static String count(Stream<Optional<String>> reasons) {
        return String.valueOf(reasons.filter(Optional::isPresent).count());
    }

    private void testCase(JunitCase one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", XmlText.clean(one.className()));
        xml.writeAttribute("name", XmlText.clean(one.name()));
        if (one.error().isPresent()) {
            reason("error", one.error().get());
        } else if (one.failure().isPresent()) {
            reason("failure", one.failure().get());
        } else if (one.skipped().isPresent()) {
            reason("skipped", one.skipped().get());
        }
        if (!one.output().isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(XmlText.clean(one.output()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void reason(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", XmlText.clean(text.lines().findFirst().orElse("")));
        xml.writeCharacters(XmlText.clean(text));
        xml.writeEndElement();
    }
}
