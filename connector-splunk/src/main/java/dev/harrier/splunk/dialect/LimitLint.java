package dev.harrier.splunk.dialect;

import java.util.Set;

/** Checks that commands which hold events in memory, or keep only some matches, say how many. */
record LimitLint(Command command, Findings findings) {
    void check() {
        if (command.name().equals("transaction")) {
            limited(Set.of("maxspan", "maxpause", "maxevents"), "transaction without maxspan, maxpause or maxevents");
        } else if (command.name().equals("join")) {
            limited(Set.of("max"), "join keeps one match only unless max says otherwise");
        }
    }

    private void limited(Set<String> options, String message) {
        boolean found = false;
        for (int i = 0; i + 1 < command.arguments().size(); i++) {
            Token token = command.arguments().get(i);
            found |= options.contains(SplLinter.lower(token))
                    && command.arguments().get(i + 1).is("=");
        }
        if (!found) {
            findings.add(SplCheck.SPL014, message, command.start());
        }
    }
}
