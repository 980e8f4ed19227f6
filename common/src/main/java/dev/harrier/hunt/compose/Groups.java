package dev.harrier.hunt.compose;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt.Confidence;
import dev.harrier.hunt.Hunt.Kind;

/** The sorts of hunt that are made of evidence, each with the argument for its confidence. */
final class Groups {
    private static final String HASH = "a hash names one file and nothing else";
    private static final String DOMAIN = "the article gives the name as the attacker's own";
    private static final String ADDRESS = "addresses are shared and pass to others, so look at the date of a hit";
    private static final String FILE = "the name or path is unusual, but anybody may use it";

    static final Group DNS = indicator(EventKind.DNS_QUERY, "domains", "Domains looked up", Confidence.HIGH, DOMAIN);
    static final Group HOSTS =
            indicator(EventKind.NETWORK_CONNECTION, "domains", "Domains connected to", Confidence.HIGH, DOMAIN);
    static final Group ADDRESSES =
            indicator(EventKind.NETWORK_CONNECTION, "addresses", "Addresses connected to", Confidence.MEDIUM, ADDRESS);
    static final Group HASHES_RUN =
            indicator(EventKind.PROCESS_CREATION, "hashes", "Known bad programs run", Confidence.HIGH, HASH);
    static final Group HASHES_WRITTEN =
            indicator(EventKind.FILE_EVENT, "hashes", "Known bad files written", Confidence.HIGH, HASH);
    static final Group HASHES_LOADED =
            indicator(EventKind.IMAGE_LOAD, "hashes", "Known bad libraries loaded", Confidence.HIGH, HASH);
    static final Group URLS = indicator(
            EventKind.PROXY, "urls", "URLs requested", Confidence.HIGH, "host and path together are the attacker's");
    static final Group AGENTS = indicator(
            EventKind.PROXY,
            "user-agents",
            "User agents seen",
            Confidence.MEDIUM,
            "the whole text is unusual, but can be copied");
    static final Group PATHS = new Group(
            Kind.BEHAVIOUR,
            EventKind.PROXY,
            "uri-paths",
            "Paths requested of any host",
            Confidence.LOW,
            "the path is unusual, but the host may be anybody's");
    static final Group SENDERS = indicator(
            EventKind.EMAIL,
            "senders",
            "Mail from known senders",
            Confidence.MEDIUM,
            "senders can be forged or hijacked");
    static final Group FILES = behaviour(EventKind.FILE_EVENT, "files", "Files written", Confidence.MEDIUM, FILE);
    static final Group PROGRAMS =
            behaviour(EventKind.PROCESS_CREATION, "programs", "Programs run", Confidence.MEDIUM, FILE);
    static final Group SCRIPTS =
            behaviour(EventKind.PROCESS_CREATION, "scripts", "Files named in commands", Confidence.MEDIUM, FILE);
    static final Group LIBRARIES =
            behaviour(EventKind.IMAGE_LOAD, "libraries", "Libraries loaded", Confidence.MEDIUM, FILE);
    static final Group REGISTRY = behaviour(
            EventKind.REGISTRY_SET,
            "registry",
            "Registry values set",
            Confidence.MEDIUM,
            "the value is not one that Windows sets");
    static final Group SERVICES = behaviour(
            EventKind.SERVICE_CREATION,
            "services",
            "Services installed",
            Confidence.MEDIUM,
            "the name is not one of Windows' own");
    static final Group TASKS = behaviour(
            EventKind.TASK_CREATION,
            "tasks",
            "Tasks registered",
            Confidence.MEDIUM,
            "the name is not one of Windows' own");
    static final Group TASK_COMMANDS = behaviour(
            EventKind.PROCESS_CREATION,
            "tasks",
            "Tasks named to schtasks",
            Confidence.MEDIUM,
            "the name is not one of Windows' own");
    static final Group PIPES = behaviour(
            EventKind.PIPE_CREATED,
            "pipes",
            "Named pipes made",
            Confidence.MEDIUM,
            "the name is not one of Windows' own");

    static final Group SCRIPT_BLOCKS = behaviour(
            EventKind.PS_SCRIPT,
            "script-blocks",
            "Script blocks run",
            Confidence.MEDIUM,
            "all quoted calls must be in one script block");

    static final Group EXPOSURES = new Group(
            Kind.EXPOSURE,
            EventKind.VULNERABILITY,
            "vulnerabilities",
            "Vulnerabilities on machines",
            Confidence.HIGH,
            "a scanner or inventory says so by the very CVE id");

    private Groups() {}

    static Group commands(String executable) {
        return behaviour(
                EventKind.PROCESS_CREATION,
                "commands " + executable,
                "Commands of " + executable,
                Confidence.MEDIUM,
                "all quoted parts must be in one command line");
    }

    static Group children(String parent) {
        return behaviour(
                EventKind.PROCESS_CREATION,
                "children " + parent,
                "Children of " + parent,
                Confidence.MEDIUM,
                "the pair is unusual on a clean machine");
    }

    private static Group indicator(EventKind events, String name, String subject, Confidence confidence, String why) {
        return new Group(Kind.INDICATOR, events, name, subject, confidence, why);
    }

    private static Group behaviour(EventKind events, String name, String subject, Confidence confidence, String why) {
        return new Group(Kind.BEHAVIOUR, events, name, subject, confidence, why);
    }
}
