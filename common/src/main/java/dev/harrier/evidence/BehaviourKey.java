package dev.harrier.evidence;

import java.util.List;

/** All of a behaviour but its quote. */
final class BehaviourKey {
    private BehaviourKey() {}

    static List<Object> of(Behaviour behaviour) {
        String kind = behaviour.getClass().getSimpleName();
        if (behaviour instanceof Behaviour.CommandLine c) {
            return List.of(kind, c.commandLine());
        }
        if (behaviour instanceof Behaviour.ParentChild p) {
            return List.of(kind, p.parent(), p.child());
        }
        if (behaviour instanceof Behaviour.Process p) {
            return List.of(kind, p.image());
        }
        if (behaviour instanceof Behaviour.RegistryValue r) {
            return List.of(kind, r.path(), r.data());
        }
        return List.of(kind, name(behaviour));
    }

    private static String name(Behaviour behaviour) {
        if (behaviour instanceof Behaviour.FilePath f) {
            return f.path();
        }
        if (behaviour instanceof Behaviour.Service s) {
            return s.name();
        }
        if (behaviour instanceof Behaviour.ScheduledTask t) {
            return t.name();
        }
        if (behaviour instanceof Behaviour.NamedPipe n) {
            return n.name();
        }
        return behaviour instanceof Behaviour.UserAgent u ? u.value() : newer(behaviour);
    }

    private static String newer(Behaviour behaviour) {
        if (behaviour instanceof Behaviour.Network n) {
            return n.trait() + " " + n.value();
        }
        if (behaviour instanceof Behaviour.Operation o) {
            return o.platform() + " " + o.name();
        }
        return String.join("\n", ((Behaviour.Script) behaviour).fragments());
    }
}
