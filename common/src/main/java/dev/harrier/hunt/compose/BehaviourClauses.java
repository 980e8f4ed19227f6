package dev.harrier.hunt.compose;

import dev.harrier.evidence.Behaviour;
import dev.harrier.evidence.Quote;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Clauses of what an article says was done. A fragment counts its length up to twenty; a command needs twelve in all. */
final class BehaviourClauses {
    private static final int SPECIFIC_ENOUGH = 12;
    private static final int MOST_FOR_ONE = 20;
    private static final int SHORTEST = 3;
    private static final int ENOUGH_CALLS = 3;
    private static final int MOST_CALLS = 6;
    private static final Set<String> GENERIC = Set.of(
            "http",
            "https",
            "http://",
            "https://",
            "-command",
            "-file",
            "/c",
            "/create",
            "/tn",
            "/tr",
            "/sc",
            "/s",
            "/q",
            "-enc",
            "-nop",
            "hidden",
            "bypass",
            "-executionpolicy",
            "create",
            "query",
            "copy",
            "install",
            "cmd.exe",
            "powershell.exe",
            "cmd",
            "powershell",
            "/quiet",
            "/all",
            "start",
            "true",
            "false");

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
                .filter(BehaviourClauses::isSpecific)
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
                .filter(BehaviourClauses::isSpecific)
                .map(PathText::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        int score = parts.stream().mapToInt(BehaviourClauses::score).sum();
        if (score < SPECIFIC_ENOUGH) {
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
                condition(command.executable(), parts),
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

    private static Condition condition(String executable, List<PathText> fragments) {
        List<Condition> parts = new ArrayList<>();
        parts.add(Findings.like("Image", TextPattern.endingWith(before(executable) + executable)));
        fragments.forEach(f -> parts.add(Findings.like("CommandLine", f.holding())));
        return new Condition.All(parts);
    }

    private static boolean isSpecific(String fragment) {
        String text = fragment.strip().toLowerCase(Locale.ROOT);
        return text.length() >= SHORTEST
                && !GENERIC.contains(text)
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static int score(PathText fragment) {
        return Math.min(fragment.shown().replace("*", "").strip().length(), MOST_FOR_ONE);
    }
}
