package dev.harrier.hunt.compose;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt.Confidence;
import dev.harrier.hunt.Hunt.Kind;
import dev.harrier.hunt.LogSource;
import java.util.Optional;

/** The sorts of hunt over events of Linux and macOS. */
final class UnixGroups {
    private static final String PLACE = "the whole path is unusual, but anybody may use it";

    static final Group LINUX_FILES = of("linux", EventKind.FILE_EVENT, "files", "Files written on Linux", PLACE);
    static final Group LINUX_PROGRAMS =
            of("linux", EventKind.PROCESS_CREATION, "programs", "Programs run on Linux", PLACE);
    static final Group LINUX_SCRIPTS =
            of("linux", EventKind.PROCESS_CREATION, "scripts", "Files named in commands on Linux", PLACE);
    static final Group MACOS_FILES = of("macos", EventKind.FILE_EVENT, "files", "Files written on macOS", PLACE);
    static final Group MACOS_PROGRAMS =
            of("macos", EventKind.PROCESS_CREATION, "programs", "Programs run on macOS", PLACE);
    static final Group MACOS_SCRIPTS =
            of("macos", EventKind.PROCESS_CREATION, "scripts", "Files named in commands on macOS", PLACE);

    private UnixGroups() {}

    static Group commands(String executable) {
        return of(
                "linux",
                EventKind.PROCESS_CREATION,
                "commands " + executable,
                "Commands of " + executable,
                "all quoted parts must be in one command line");
    }

    static Group children(String parent) {
        return of(
                "linux",
                EventKind.PROCESS_CREATION,
                "children " + parent,
                "Children of " + parent,
                "the pair is unusual on a clean machine");
    }

    private static Group of(String product, EventKind events, String name, String subject, String argument) {
        LogSource source = new LogSource(Optional.of(events.category()), Optional.of(product), Optional.empty());
        return new Group(Kind.BEHAVIOUR, events, source, product + " " + name, subject, Confidence.MEDIUM, argument);
    }
}
