package dev.harrier.hunt.compose;

import dev.harrier.evidence.Quote;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.TextPattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Clauses of things that an article calls by a name or path, wherever the evidence holds them; common ones are left out. */
final class NameClauses {
    private static final Set<String> PROGRAM_TYPES = Set.of("exe", "scr", "com", "pif");
    private static final Set<String> SCRIPT_TYPES = Set.of(
            "ps1", "psm1", "vbs", "vbe", "js", "jse", "wsf", "hta", "bat", "cmd", "lnk", "msi", "inf", "sct", "xsl",
            "py");
    private static final Set<String> LIBRARY_TYPES = Set.of("dll", "ocx", "cpl", "xll");
    private static final List<String> WINDOWS_OWN =
            List.of("C:\\Windows\\System32\\", "C:\\Windows\\SysWOW64\\", "C:\\Windows\\WinSxS\\");
    private static final Pattern HIVE = Pattern.compile(
            "^(Computer\\\\)?(HKLM|HKCU|HKU|HKCR|HKEY_LOCAL_MACHINE|HKEY_CURRENT_USER|HKEY_USERS|HKEY_CLASSES_ROOT|Registry):?",
            Pattern.CASE_INSENSITIVE);

    private final Findings findings;
    private final UnixClauses unix;

    NameClauses(Findings findings) {
        this.findings = findings;
        this.unix = new UnixClauses(findings);
    }

    void file(String path, Quote quote) {
        if (UnixPath.isOne(path)) {
            unix.file(path, quote);
            return;
        }
        PathText.of(path)
                .ifPresentOrElse(
                        text -> file(text, quote),
                        () -> findings.leaveOut("file " + path, "names an unknown variable"));
    }

    private void file(PathText path, Quote quote) {
        String reason = common(path);
        if (!reason.isEmpty()) {
            findings.leaveOut("file " + path.shown(), reason);
        } else if (path.isFolder()) {
            findings.add(Groups.FILES, "TargetFilename", path.within("TargetFilename"), path.shown(), quote);
        } else {
            findings.add(Groups.FILES, "TargetFilename", ending("TargetFilename", path), path.shown(), quote);
            byType(path, quote);
        }
    }

    private static String common(PathText path) {
        boolean commonName = Commonness.isFileName(path.name());
        if (!path.hasFolder()) {
            return commonName || path.isFolder() || Commonness.isSegment(path.name())
                    ? "a name that many unrelated files bear"
                    : "";
        }
        String shown = path.shown().toLowerCase(Locale.ROOT);
        boolean ownPlace = shown.startsWith("\\windows\\") || shown.startsWith("\\program files");
        if (commonName && ownPlace) {
            return "a common file in its own place";
        }
        return Commonness.isAllCommon(path.shown()) ? "a folder that every Windows has" : "";
    }

    private void byType(PathText path, Quote quote) {
        String type = path.name().substring(path.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (PROGRAM_TYPES.contains(type)) {
            findings.add(Groups.PROGRAMS, "Image", path.ending(), path.shown(), quote);
        } else if (LIBRARY_TYPES.contains(type)) {
            findings.add(Groups.LIBRARIES, "ImageLoaded", ending("ImageLoaded", path), path.shown(), quote);
        } else if (SCRIPT_TYPES.contains(type) && !Commonness.isFileName(path.name())) {
            PathText.of(path.name())
                    .ifPresent(name -> findings.add(Groups.SCRIPTS, "CommandLine", name.holding(), path.name(), quote));
        }
    }

    /** A library with the name of one of Windows' own tells something wherever Windows doesn't keep its own. */
    private static Condition ending(String field, PathText path) {
        Condition there = Findings.like(field, path.ending());
        return path.hasFolder() || !Commonness.isLibrary(path.name())
                ? there
                : new Condition.All(List.of(
                        there,
                        new Condition.Not(new Condition.Any(WINDOWS_OWN.stream()
                                .map(folder -> Findings.like(field, TextPattern.startingWith(folder)))
                                .toList()))));
    }

    void program(String image, Quote quote) {
        if (image.indexOf('.') < 0) {
            unix.program(image, quote);
        } else if (Commonness.isFileName(image)) {
            findings.leaveOut("program " + image, "runs on half the estate; without context its name says nothing");
        } else {
            findings.add(Groups.PROGRAMS, "Image", TextPattern.endingWith("\\" + image), image, quote);
        }
    }

    void registry(String path, Optional<String> data, Quote quote) {
        Optional<PathText> key = PathText.of(HIVE.matcher(path.strip()).replaceFirst(""));
        if (isRoot(path, key)) {
            findings.leaveOut("registry " + path, "a hive or the root of one, which every machine has and nobody sets");
            return;
        }
        boolean commonKey = key.isEmpty() || Commonness.isAllCommon(key.get().shown());
        boolean commonData = data.isEmpty() || data.get().strip().length() < 4;
        if (key.isEmpty() || (commonKey && commonData)) {
            findings.leaveOut(
                    "registry " + path, "a key that every Windows has; no value or data tells it from others");
            return;
        }
        Condition there = key.get().within("TargetObject");
        Condition condition = commonData
                ? there
                : new Condition.All(List.of(
                        there,
                        Findings.like(
                                "Details", TextPattern.containing(data.get().strip()))));
        String shown = key.get().shown() + data.map(d -> " = " + d).orElse("");
        findings.add(Groups.REGISTRY, "TargetObject", condition, shown, quote);
    }

    private static boolean isRoot(String path, Optional<PathText> key) {
        return HIVE.matcher(path.strip()).find() && key.map(PathText::isRoot).orElse(true);
    }

    void service(String name, Quote quote) {
        if (tellsNothing("service ", name)) {
            return;
        }
        findings.add(Groups.SERVICES, "ServiceName", TextPattern.exactly(name.strip()), name, quote);
    }

    void task(String name, Quote quote) {
        if (tellsNothing("task ", name)) {
            return;
        }
        String own = name.strip().replaceFirst("^\\\\+", "");
        findings.add(Groups.TASKS, "TaskName", TextPattern.endingWith("\\" + own), name, quote);
        Condition command = new Condition.All(List.of(
                Findings.like("Image", TextPattern.endingWith("\\schtasks.exe")),
                Findings.like("CommandLine", TextPattern.containing("create")),
                Findings.like("CommandLine", TextPattern.containing(own))));
        findings.add(Groups.TASK_COMMANDS, "CommandLine", command, name, quote);
    }

    void pipe(String name, Quote quote) {
        String own = name.strip().replaceFirst("(?i)^\\\\\\\\[.?]\\\\pipe\\\\|^\\\\+(pipe\\\\)?", "");
        if (tellsNothing("pipe ", own)) {
            return;
        }
        if (own.matches(".*[_.-]")) {
            // A name that breaks off is the beginning of many: malware appends a number of its own.
            findings.add(Groups.PIPES, "PipeName", TextPattern.containing("\\" + own), own + "…", quote);
        } else {
            PathText.of(own).ifPresent(p -> findings.add(Groups.PIPES, "PipeName", p.ending(), own, quote));
        }
    }

    void userAgent(String agent, Quote quote) {
        if (Commonness.isUserAgent(agent)) {
            findings.leaveOut("user agent " + agent, "a common browser or library");
        } else {
            findings.add(Groups.AGENTS, "c-useragent", TextPattern.exactly(agent), agent, quote);
        }
    }

    private boolean tellsNothing(String sort, String name) {
        boolean common = Commonness.isName(name);
        if (common) {
            findings.leaveOut(sort + name, "Windows' own, or too short to mean something");
        }
        return common;
    }
}
