package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.deploy.Deployment;
import dev.harrier.hunt.Hunt;
import java.util.SortedMap;

/** A hunt's rule but for its switch, and what it was made of. Its maps are not changed. */
record WantedRule(Hunt hunt, String text, SortedMap<String, String> fields, SortedMap<String, String> settings) {
    static WantedRule of(Deployment deployment, RuleBody body) {
        ObjectNode properties = body.properties(deployment);
        return new WantedRule(
                deployment.hunt(), deployment.text(), RuleFields.of(properties), RuleFields.settings(properties));
    }

    /** Whether it is of this very deployment, in whatever state. */
    boolean is(Deployment deployment) {
        return text.equals(deployment.text()) && hunt.equals(deployment.hunt());
    }
}
