package dev.harrier.hunt.compose;

import dev.harrier.evidence.Quote;
import dev.harrier.hunt.TextPattern;
import java.util.Set;

/** Clauses of files of Linux and macOS that an article names; what every such system has is left out. */
final class UnixClauses {
    private static final Set<String> SCRIPTS = Set.of("sh", "py", "pl", "rb", "command", "scpt", "php");
    private static final Set<String> PROGRAMS =
            Set.of("", "elf", "bin", "out", "x86", "x64", "x86_64", "arm", "arm64", "mips");

    private final Findings findings;

    UnixClauses(Findings findings) {
        this.findings = findings;
    }

    void file(String path, Quote quote) {
        UnixPath.of(path)
                .ifPresentOrElse(
                        known -> file(known, quote),
                        () -> findings.leaveOut("file " + path, "names an unknown variable"));
    }

    void program(String image, Quote quote) {
        if (UnixPath.isCommon(image)) {
            findings.leaveOut("program " + image, "runs on half the estate; without context its name says nothing");
        } else {
            findings.add(UnixGroups.LINUX_PROGRAMS, "Image", TextPattern.endingWith("/" + image), image, quote);
        }
    }

    private void file(UnixPath path, Quote quote) {
        String reason = path.common();
        if (!reason.isEmpty()) {
            findings.leaveOut("file " + path.shown(), reason);
            return;
        }
        boolean macos = path.isOfMacos();
        findings.add(
                macos ? UnixGroups.MACOS_FILES : UnixGroups.LINUX_FILES,
                "TargetFilename",
                path.exactly(),
                path.shown(),
                quote);
        if (PROGRAMS.contains(path.type())) {
            findings.add(
                    macos ? UnixGroups.MACOS_PROGRAMS : UnixGroups.LINUX_PROGRAMS,
                    "Image",
                    path.exactly(),
                    path.shown(),
                    quote);
        } else if (SCRIPTS.contains(path.type())) {
            findings.add(
                    macos ? UnixGroups.MACOS_SCRIPTS : UnixGroups.LINUX_SCRIPTS,
                    "CommandLine",
                    path.held(),
                    path.shown(),
                    quote);
        }
    }
}
