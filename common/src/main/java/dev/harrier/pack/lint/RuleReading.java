package dev.harrier.pack.lint;

import dev.harrier.hunt.sigma.SigmaException;
import dev.harrier.hunt.sigma.SigmaProblem;
import dev.harrier.hunt.sigma.SigmaReader;
import dev.harrier.hunt.sigma.SigmaRule;
import dev.harrier.hunt.sigma.ValueLists;
import dev.harrier.hunt.yaml.MarkedReader;
import dev.harrier.hunt.yaml.MarkedYaml;
import dev.harrier.hunt.yaml.MarkedYamlException;
import dev.harrier.hunt.yaml.YamlMark;
import java.util.ArrayList;
import java.util.List;

/** Reads the rules of a file, with their places; what is no rule becomes findings. */
final class RuleReading {
    private final Source source;
    private final ValueLists values;
    private final Remarks remarks;

    RuleReading(Source source, ValueLists values, Remarks remarks) {
        this.source = source;
        this.values = values;
        this.remarks = remarks;
    }

    List<RuleSource> rules() {
        try {
            List<MarkedYaml> documents = MarkedReader.documents(source.text());
            return paired(SigmaReader.read(source.text(), source.name(), values), documents);
        } catch (SigmaException e) {
            e.problems().forEach(this::problem);
            return List.of();
        } catch (MarkedYamlException e) {
            remarks.add(source, HuntCheck.HUNT004.at(e.mark(), String.valueOf(e.getMessage())));
            return List.of();
        }
    }

    /** Both readers give the documents in order; the Sigma reader leaves empty ones out. */
    private List<RuleSource> paired(List<SigmaRule> rules, List<MarkedYaml> all) {
        List<MarkedYaml.Fields> documents = all.stream()
                .filter(MarkedYaml.Fields.class::isInstance)
                .map(MarkedYaml.Fields.class::cast)
                .toList();
        List<RuleSource> paired = new ArrayList<>();
        for (int i = 0; i < Math.min(rules.size(), documents.size()); i++) {
            paired.add(new RuleSource(source, rules.get(i), documents.get(i)));
        }
        return paired;
    }

    /** The reader names lines; a line's first character that is no space is where its key or item begins. */
    private void problem(SigmaProblem problem) {
        String line = source.text()
                .lines()
                .skip(Math.max(0, problem.line() - 1))
                .findFirst()
                .orElse("");
        int column = line.length() - line.stripLeading().length() + 1;
        remarks.add(source, HuntCheck.HUNT004.at(new YamlMark(problem.line(), column), problem.message()));
    }
}
