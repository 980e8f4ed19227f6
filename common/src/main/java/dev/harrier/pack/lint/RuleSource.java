package dev.harrier.pack.lint;

import dev.harrier.hunt.sigma.SigmaRule;
import dev.harrier.hunt.yaml.MarkedYaml;
import dev.harrier.hunt.yaml.YamlMark;

/** A rule and the YAML that it was read from. */
record RuleSource(Source source, SigmaRule rule, MarkedYaml.Fields yaml) {
    /** Where a key stands; the rule's beginning if it has no such key. */
    YamlMark key(String key) {
        return yaml.keyMark(key);
    }
}
