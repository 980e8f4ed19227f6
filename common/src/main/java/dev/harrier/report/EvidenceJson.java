package dev.harrier.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.assess.Assessment;
import dev.harrier.assess.KillChainStep;
import dev.harrier.assess.PhaseStep;
import dev.harrier.assess.Reason;
import dev.harrier.assess.SeverityChange;
import dev.harrier.assess.TechniqueFinding;
import dev.harrier.attack.Tactic;
import dev.harrier.evidence.DroppedCandidate;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.Indicator;
import dev.harrier.evidence.NamedThreat;
import dev.harrier.evidence.Quote;
import dev.harrier.evidence.Vulnerability;
import java.util.List;

/** Evidence and assessment as JSON, shared by the machine contract and by packs. */
final class EvidenceJson {
    private EvidenceJson() {}

    static void assessment(ObjectNode json, Assessment assessment) {
        ObjectNode relevance = json.putObject("relevance");
        relevance.put("threat", assessment.relevance().threat());
        relevance.put("kind", assessment.relevance().kind().words());
        relevance.put("score", rounded(assessment.relevance().score()));
        relevance.set(
                "reasons",
                Json.texts(assessment.relevance().reasons().stream()
                        .map(Reason::why)
                        .toList()));
        ObjectNode severity = json.putObject("severity");
        severity.put("level", assessment.severity().level().word());
        severity.put("score", assessment.severity().score());
        severity.set("reasons", Json.array(assessment.severity().reasons(), EvidenceJson::reason));
        severity.set("wouldChange", Json.array(assessment.severity().changes(), EvidenceJson::change));
    }

    static void evidence(ObjectNode json, Evidence evidence, Assessment assessment) {
        json.set("indicators", Json.array(evidence.indicators(), EvidenceJson::indicator));
        json.set("dropped", Json.array(evidence.dropped(), EvidenceJson::dropped));
        json.set("techniques", Json.array(assessment.techniques(), EvidenceJson::technique));
        json.set("behaviours", Json.array(evidence.behaviours(), b -> BehaviourJson.of(b)));
        json.set("setAside", Json.array(evidence.setAside(), aside -> BehaviourJson.of(aside)));
        json.set("vulnerabilities", Json.array(evidence.vulnerabilities(), EvidenceJson::vulnerability));
        json.set("actors", Json.array(named(evidence, NamedThreat.Kind.ACTOR), EvidenceJson::threat));
        json.set("malware", Json.array(named(evidence, NamedThreat.Kind.MALWARE), EvidenceJson::threat));
        json.set("tools", Json.array(named(evidence, NamedThreat.Kind.TOOL), EvidenceJson::threat));
        json.set("killChain", Json.array(assessment.killChain(), EvidenceJson::step));
        json.set("killChainPhases", Json.array(assessment.phases(), EvidenceJson::phase));
    }

    static ObjectNode quote(Quote quote) {
        ObjectNode json = Json.object();
        json.put("text", quote.text());
        json.put("start", quote.start());
        json.put("end", quote.end());
        return json;
    }

    private static List<NamedThreat> named(Evidence evidence, NamedThreat.Kind kind) {
        return evidence.threats().stream().filter(t -> t.kind() == kind).toList();
    }

    private static ObjectNode reason(Reason reason) {
        ObjectNode json = Json.object();
        json.put("points", reason.points());
        json.put("why", reason.why());
        reason.quote().ifPresent(quote -> json.set("quote", quote(quote)));
        return json;
    }

    private static ObjectNode change(SeverityChange change) {
        ObjectNode json = Json.object();
        json.put("points", change.points());
        json.put("what", change.what());
        json.put("level", change.level().word());
        return json;
    }

    private static ObjectNode indicator(Indicator indicator) {
        ObjectNode json = Json.object();
        json.put("type", indicator.type().word());
        json.put("value", indicator.value());
        json.put("original", indicator.quote().text());
        json.put("start", indicator.quote().start());
        json.put("end", indicator.quote().end());
        json.put("huntable", indicator.huntable());
        json.put("why", indicator.why());
        return json;
    }

    private static ObjectNode dropped(DroppedCandidate dropped) {
        ObjectNode json = Json.object();
        json.put("type", dropped.type().word());
        json.put("value", dropped.value());
        json.put("reason", dropped.reason());
        json.put("original", dropped.quote().text());
        json.put("start", dropped.quote().start());
        json.put("end", dropped.quote().end());
        return json;
    }

    private static ObjectNode vulnerability(Vulnerability vulnerability) {
        ObjectNode json = Json.object();
        json.put("id", vulnerability.id());
        vulnerability.product().ifPresent(product -> json.put("product", product));
        vulnerability.affected().ifPresent(versions -> json.put("affected", versions));
        vulnerability.fixed().ifPresent(version -> json.put("fixed", version));
        json.set("quote", quote(vulnerability.quote()));
        return json;
    }

    private static ObjectNode technique(TechniqueFinding finding) {
        ObjectNode json = Json.object();
        json.put("id", finding.technique().id());
        json.put("name", finding.technique().name());
        json.put("score", rounded(finding.score()));
        json.put("why", finding.why());
        json.set("quotes", Json.array(finding.quotes(), EvidenceJson::quote));
        return json;
    }

    private static ObjectNode threat(NamedThreat threat) {
        ObjectNode json = Json.object();
        json.put("name", threat.name());
        threat.attackId().ifPresent(id -> json.put("id", id));
        json.set("quote", quote(threat.quote()));
        return json;
    }

    private static ObjectNode step(KillChainStep step) {
        ObjectNode json = Json.object();
        json.put("tactic", step.tactic().shortName());
        json.put("inferred", step.inferred());
        json.put("rule", step.rule());
        json.set("techniques", Json.texts(step.techniques()));
        json.set("quote", quote(step.quote()));
        return json;
    }

    private static ObjectNode phase(PhaseStep step) {
        ObjectNode json = Json.object();
        json.put("phase", step.phase().shortName());
        json.put("inferred", step.inferred());
        json.put("rule", step.rule());
        json.set(
                "tactics",
                Json.texts(step.tactics().stream().map(Tactic::shortName).toList()));
        json.set("quote", quote(step.quote()));
        return json;
    }

    private static double rounded(double score) {
        return Math.round(score * 1000) / 1000.0;
    }
}
