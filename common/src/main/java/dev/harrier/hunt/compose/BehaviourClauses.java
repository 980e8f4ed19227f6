package dev.harrier.hunt.compose;

import dev.harrier.evidence.Behaviour;
import dev.harrier.evidence.Quote;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.NormalForm;
import dev.harrier.hunt.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Clauses of what an article says was done. */
final class BehaviourClauses {
    private static final int ENOUGH_CALLS = 3;
    private static final int MOST_CALLS = 6;
    private final Findings findings;
    private final NameClauses names;
    private final NetworkClauses network;
    private final OperationClauses operations;

    BehaviourClauses(Findings findings) {
        this.findings = findings;
        this.names = new NameClauses(findings);
        this.network = new NetworkClauses(findings);
        this.operations = new OperationClauses(findings);
    }

    void add(Behaviour behaviour) {
        if (behaviour instanceof Behaviour.CommandLine command) {
            command(command);
        } else if (behaviour instanceof Behaviour.ParentChild pair) {
            pair(pair.parent(), pair.child(), pair.quote());
        } else if (behaviour instanceof Behaviour.Process process) {
            names.program(process.image(), process.quote());
        } else if (behaviour instanceof Behaviour.FilePath file) {
            names.file(file.path(), file.quote());
        } else if (behaviour instanceof Behaviour.RegistryValue value) {
            names.registry(value.path(), value.data(), value.quote());
        } else {
            addNamed(behaviour);
        }
    }

    private void addNamed(Behaviour behaviour) {
        if (behaviour instanceof Behaviour.Service service) {
            names.service(service.name(), service.quote());
        } else if (behaviour instanceof Behaviour.ScheduledTask task) {
            names.task(task.name(), task.quote());
        } else if (behaviour instanceof Behaviour.NamedPipe pipe) {
            names.pipe(pipe.name(), pipe.quote());
        } else if (behaviour instanceof Behaviour.UserAgent agent) {
            names.userAgent(agent.value(), agent.quote());
        } else if (behaviour instanceof Behaviour.Script script) {
            script(script);
        } else if (behaviour instanceof Behaviour.Network traffic) {
            network.add(traffic);
        } else if (behaviour instanceof Behaviour.Operation operation) {
            operations.operation(operation);
        } else {
            findings.leaveOut(behaviour.quote().text(), "a fact for people: no event of ours shows it by itself");
        }
    }

    /** Calls that one script block holds together; one or two of them are everyday. */
    private void script(Behaviour.Script script) {
        List<String> calls = script.fragments().stream()
                .filter(CommandWords::isSpecific)
                .limit(MOST_CALLS)
                .toList();
        if (!script.language().equals("powershell") || calls.size() < ENOUGH_CALLS) {
            findings.leaveOut(
                    "script " + String.join(", ", calls), "too few calls that script logging would show together");
            return;
        }
        List<Condition> parts = calls.stream()
                .map(call -> Findings.like("ScriptBlockText", TextPattern.containing(call)))
                .toList();
        findings.add(
                Groups.SCRIPT_BLOCKS,
                "ScriptBlockText",
                new Condition.All(parts),
                String.join(" ... ", calls),
                script.quote());
    }

    private void pair(String parent, String child, Quote quote) {
        boolean bothCommon = isCommon(parent) && isCommon(child);
        if (bothCommon && !Commonness.isUnusualPair(parent, child)) {
            findings.leaveOut(parent + " starting " + child, "both are common, and the pair is seen on clean machines");
            return;
        }
        Condition condition = new Condition.All(List.of(
                Findings.like("ParentImage", TextPattern.endingWith(before(parent) + parent)),
                Findings.like("Image", TextPattern.endingWith(before(child) + child))));
        Group group = isOfWindows(parent) ? Groups.children(parent) : UnixGroups.children(parent);
        findings.add(group, "ParentImage", condition, parent + " > " + child, quote);
    }

    private static boolean isCommon(String program) {
        return isOfWindows(program) ? Commonness.isFileName(program) : UnixPath.isCommon(program);
    }

    private void command(Behaviour.CommandLine command) {
        List<PathText> parts = command.fragments().stream()
                .filter(CommandWords::isSpecific)
                .map(PathText::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (!CommandWords.tell(parts)) {
            findings.leaveOut(
                    "command " + command.commandLine(),
                    "no part of it tells it from everyday use of " + command.executable());
            return;
        }
        findings.add(
                isOfWindows(command.executable())
                        ? Groups.commands(command.executable())
                        : UnixGroups.commands(command.executable()),
                "CommandLine",
                NormalForm.of(condition(command, parts)),
                String.join(" ... ", parts.stream().map(PathText::shown).toList()),
                command.quote());
    }

    /** The evidence gives programs of Windows their ending. */
    private static boolean isOfWindows(String executable) {
        return executable.indexOf('.') >= 0;
    }

    private static String before(String program) {
        return isOfWindows(program) ? "\\" : "/";
    }

    private static Condition condition(Behaviour.CommandLine command, List<PathText> fragments) {
        List<Condition> images = new ArrayList<>(List.of(image(command.executable())));
        List<PathText> words = CommandWords.of(fragments);
        if (!words.equals(fragments)) {
            CommandWords.startedBy(command).ifPresent(program -> images.add(image(program)));
        }
        List<Condition> parts = new ArrayList<>(List.of(new Condition.Any(images)));
        words.forEach(word -> parts.add(Findings.like("CommandLine", word.holding())));
        return new Condition.All(parts);
    }

    private static Condition image(String executable) {
        return Findings.like("Image", TextPattern.endingWith(before(executable) + executable));
    }
}
