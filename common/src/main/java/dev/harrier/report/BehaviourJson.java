package dev.harrier.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.evidence.Behaviour;
import dev.harrier.evidence.SetAside;
import java.util.Locale;

/** A behaviour as JSON and in words. */
final class BehaviourJson {
    private BehaviourJson() {}

    static ObjectNode of(Behaviour behaviour) {
        ObjectNode json = Json.object();
        json.put("kind", kind(behaviour));
        json.put("value", value(behaviour));
        if (behaviour instanceof Behaviour.RegistryValue registry) {
            json.put("persistence", registry.persistence());
        }
        if (behaviour instanceof Behaviour.Operation operation) {
            json.put("platform", operation.platform().name().toLowerCase(Locale.ROOT));
        }
        json.set("quote", EvidenceJson.quote(behaviour.quote()));
        return json;
    }

    /** One that no attacker did, with the stance and the reason. */
    static ObjectNode of(SetAside aside) {
        ObjectNode json = of(aside.behaviour());
        json.put("stance", aside.stance().word());
        json.put("why", aside.why());
        return json;
    }

    /** What it is, for people: {@code command line}, {@code parent and child}, … */
    static String kind(Behaviour behaviour) {
        if (behaviour instanceof Behaviour.CommandLine) {
            return "command line";
        }
        if (behaviour instanceof Behaviour.ParentChild) {
            return "parent and child";
        }
        if (behaviour instanceof Behaviour.RegistryValue) {
            return "registry value";
        }
        if (behaviour instanceof Behaviour.Network network) {
            return network.trait().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        return behaviour
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** Its value, for people; hostile until escaped. */
    static String value(Behaviour behaviour) {
        if (behaviour instanceof Behaviour.CommandLine command) {
            return command.commandLine();
        }
        if (behaviour instanceof Behaviour.ParentChild pair) {
            return pair.parent() + " → " + pair.child();
        }
        if (behaviour instanceof Behaviour.RegistryValue value) {
            return value.path() + value.data().map(data -> " = " + data).orElse("");
        }
        if (behaviour instanceof Behaviour.Process process) {
            return process.image();
        }
        if (behaviour instanceof Behaviour.FilePath path) {
            return path.path();
        }
        return named(behaviour);
    }

    private static String named(Behaviour behaviour) {
        if (behaviour instanceof Behaviour.Service service) {
            return service.name();
        }
        if (behaviour instanceof Behaviour.ScheduledTask task) {
            return task.name();
        }
        if (behaviour instanceof Behaviour.NamedPipe pipe) {
            return pipe.name();
        }
        return behaviour instanceof Behaviour.UserAgent agent ? agent.value() : newer(behaviour);
    }

    private static String newer(Behaviour behaviour) {
        if (behaviour instanceof Behaviour.Network network) {
            return network.value();
        }
        if (behaviour instanceof Behaviour.Operation operation) {
            return operation.name();
        }
        return behaviour instanceof Behaviour.Script script
                ? String.join(" … ", script.fragments())
                : behaviour.quote().text();
    }
}
