package dev.harrier.report.lint;

import dev.harrier.dialect.LintFinding.Level;
import dev.harrier.report.XmlText;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit's XML: one suite, one case per file, failed by errors; lesser findings are its output. */
public final class LintJunit {
    private LintJunit() {}

    /** The report as XML. */
    public static String of(LintReport report) {
        Map<String, List<LintRemark>> byFile = report.remarks().stream()
                .collect(Collectors.groupingBy(LintRemark::file, TreeMap::new, Collectors.toList()));
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, byFile, report.files());
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return out.toString();
    }

    private static void suite(XMLStreamWriter xml, Map<String, List<LintRemark>> byFile, int files)
            throws XMLStreamException {
        long failed = byFile.values().stream().filter(LintJunit::fails).count();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "harrier lint");
        xml.writeAttribute("tests", String.valueOf(Math.max(files, byFile.size())));
        xml.writeAttribute("failures", String.valueOf(failed));
        for (Map.Entry<String, List<LintRemark>> file : byFile.entrySet()) {
            testCase(xml, file.getKey(), file.getValue());
        }
        xml.writeEndElement();
    }

    private static boolean fails(List<LintRemark> remarks) {
        return remarks.stream().anyMatch(r -> r.level() == Level.ERROR);
    }

    private static void testCase(XMLStreamWriter xml, String file, List<LintRemark> remarks) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "lint");
        xml.writeAttribute("name", XmlText.clean(file));
        if (fails(remarks)) {
            xml.writeStartElement("failure");
            xml.writeAttribute(
                    "message", XmlText.clean(words(remarks, Level.ERROR).get(0)));
            xml.writeCharacters(XmlText.clean(String.join("\n", words(remarks, Level.ERROR))));
            xml.writeEndElement();
        }
        xml.writeStartElement("system-out");
        xml.writeCharacters(XmlText.clean(String.join("\n", words(remarks, Level.NOTE))));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static List<String> words(List<LintRemark> remarks, Level lowest) {
        return remarks.stream()
                .filter(r -> r.level().compareTo(lowest) >= 0)
                .map(r -> r.place() + ": " + r.level().word() + " " + r.message() + " [" + r.code() + "]")
                .toList();
    }
}
