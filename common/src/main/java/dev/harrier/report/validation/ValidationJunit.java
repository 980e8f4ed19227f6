package dev.harrier.report.validation;

import dev.harrier.report.ValidationReport;
import dev.harrier.report.ValidationReport.Pack;
import dev.harrier.report.XmlText;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.Verdict;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML: a suite per target, a case per hunt. As {@code --fail-on} does by default, drift of the hunt's object is a failure and a
 * count without an answer an error; what could not be searched is skipped, and a hit, which is what a hunt is for, passes and is told in
 * the case's output.
 */
final class ValidationJunit {
    private final ReportView view;
    private final XMLStreamWriter xml;
    private final Map<String, List<Deviation>> drift = new HashMap<>();

    private ValidationJunit(ReportView view, XMLStreamWriter xml) {
        this.view = view;
        this.xml = xml;
        Deviation.findings(view.report())
                .forEach(deviation -> deviation.change().hunt().ifPresent(hunt -> drift.computeIfAbsent(
                                deviation.target() + " " + hunt, key -> new ArrayList<>())
                        .add(deviation)));
    }

    static String of(ValidationReport report) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new ValidationJunit(new ReportView(report), xml).document();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return out.toString();
    }

    private void document() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "harrier validate");
        for (ValidationReport.Target target : view.report().targets()) {
            suite(
                    target.name(),
                    view.report().verdicts().stream()
                            .filter(verdict -> verdict.target().equals(target.name()))
                            .toList());
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(String target, List<HuntVerdict> verdicts) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", XmlText.clean(target));
        xml.writeAttribute("timestamp", view.report().at().toString());
        attribute("tests", verdicts.size());
        attribute("failures", verdicts.stream().filter(this::fails).count());
        attribute("errors", count(verdicts, Verdict.ERROR));
        attribute("skipped", verdicts.stream().filter(this::isSkipped).count());
        for (HuntVerdict verdict : verdicts) {
            testCase(verdict);
        }
        xml.writeEndElement();
    }

    private void attribute(String name, long number) throws XMLStreamException {
        xml.writeAttribute(name, Long.toString(number));
    }

    private static long count(List<HuntVerdict> verdicts, Verdict wanted) {
        return verdicts.stream().filter(verdict -> verdict.verdict() == wanted).count();
    }

    private List<Deviation> drift(HuntVerdict verdict) {
        return drift.getOrDefault(verdict.target() + " " + verdict.hunt().id(), List.of());
    }

    private boolean fails(HuntVerdict verdict) {
        return verdict.verdict() != Verdict.ERROR && !drift(verdict).isEmpty();
    }

    private boolean isSkipped(HuntVerdict verdict) {
        boolean unseen = verdict.verdict() == Verdict.BLIND || verdict.verdict() == Verdict.INCOMPLETE;
        return unseen && !fails(verdict);
    }

    private void testCase(HuntVerdict verdict) throws XMLStreamException {
        String pack = view.pack(verdict.hunt().id()).map(Pack::name).orElse("no pack");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", XmlText.clean(verdict.target() + "." + pack));
        xml.writeAttribute(
                "name",
                XmlText.clean(verdict.hunt().title() + " (" + verdict.hunt().id() + ")"));
        String words = verdict.verdict().word() + ": " + verdict.reason();
        if (verdict.verdict() == Verdict.ERROR) {
            outcome("error", words);
        } else if (fails(verdict)) {
            outcome("failure", drift(verdict).get(0).words());
        } else if (isSkipped(verdict)) {
            outcome("skipped", words);
        }
        xml.writeStartElement("system-out");
        xml.writeCharacters(XmlText.clean(words + "\nhits: " + CountWords.events(verdict.count()) + others(verdict)));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private String others(HuntVerdict verdict) {
        return view
                .target(verdict.target())
                .map(target -> OtherNumbers.all(target, verdict.hunt().id()))
                .orElse(List.of())
                .stream()
                .map(each -> "\n" + each)
                .collect(Collectors.joining());
    }

    private void outcome(String element, String message) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", XmlText.clean(message));
        xml.writeEndElement();
    }
}
