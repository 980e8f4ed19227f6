package dev.harrier.evidence;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what was done: command lines, programs that start programs, paths, registry values, services, tasks, pipes, user agents. */
final class BehaviourReader {
    private static final int PAIR_REACH = 90;
    private static final Set<String> SYSTEM_FOLDERS = Set.of(
            "/dev/null",
            "/etc/passwd",
            "/bin/sh",
            "/bin/bash",
            "/usr/bin",
            "/usr/local/bin",
            "/tmp",
            "/proc",
            "/usr/bin/env");

    private final Article article;
    private final RefangedText text;
    private final Findings findings;
    private final List<Behaviour> out = new ArrayList<>();

    private BehaviourReader(Article article, RefangedText text, Findings findings) {
        this.article = article;
        this.text = text;
        this.findings = findings;
    }

    static List<Behaviour> read(Article article, RefangedText text, Findings findings, List<Indicator> indicators) {
        BehaviourReader reader = new BehaviourReader(article, text, findings);
        CommandReader commands = new CommandReader(article, reader.out);
        for (Block block : article.blocks()) {
            if (block.kind() != Block.Kind.BOILERPLATE) {
                commands.read(block);
            }
        }
        reader.pairs();
        indicators.forEach(reader::named);
        return reader.unique();
    }

    /** {@code winword.exe spawned cmd.exe}: two programs in one sentence with a verb of starting between them, and no other program. */
    private void pairs() {
        List<Candidate> programs =
                findings.candidates.stream().filter(BehaviourReader::isProgram).toList();
        for (int k = 0; k + 1 < programs.size(); k++) {
            Candidate first = programs.get(k);
            Candidate second = programs.get(k + 1);
            if (second.start() - first.end() <= PAIR_REACH && second.start() > first.end()) {
                pair(first, second);
            }
        }
        programs.forEach(this::run);
    }

    private static boolean isProgram(Candidate candidate) {
        boolean name = candidate.type() == IndicatorType.FILENAME || candidate.type() == IndicatorType.FILEPATH;
        return name && Programs.isExecutable(candidate.value());
    }

    private void pair(Candidate first, Candidate second) {
        String between = text.between(/* start= */ first.end(), /* end= */ second.start());
        boolean oneSentence = between.indexOf('\n') < 0 && between.indexOf(". ") < 0 && between.indexOf(';') < 0;
        if (!oneSentence) {
            return;
        }
        String lower = between.toLowerCase(Locale.ROOT);
        boolean passive = lower.matches(
                        ".*\\b(?:spawned|launched|started|executed|created|invoked|run) (?:by|from|via|through)\\b.*")
                || lower.contains("child of")
                || lower.contains("child process of");
        boolean arrow = between.strip().matches("-+>|=+>|\u2192|>|\u2013>|\u27a4|\u00bb");
        boolean starts = findings.hasCue(Cue.STARTS, first.end(), second.start())
                || lower.contains("parent of")
                || lower.contains("parent process of");
        if (passive) {
            add(second, first, first.start(), second.end());
        } else if (starts || arrow) {
            add(first, second, first.start(), second.end());
        }
    }

    private void add(Candidate parent, Candidate child, int start, int end) {
        Quote quote = Quote.of(article, text.original(start), text.originalEnd(end));
        out.add(new Behaviour.ParentChild(Programs.base(parent.value()), Programs.base(child.value()), quote));
    }

    /** A program that a verb of running stands beside. */
    private void run(Candidate program) {
        boolean ran = findings.hasCue(Cue.STARTS, program.start() - 40, program.start())
                || findings.hasCue(Cue.RUNS, program.start() - 30, program.start());
        if (ran && program.reason().isEmpty()) {
            out.add(new Behaviour.Process(
                    Programs.base(program.value()), IndicatorCollector.quote(article, text, program)));
        }
    }

    private void named(Indicator indicator) {
        Quote quote = indicator.quote();
        String value = indicator.value();
        switch (indicator.type()) {
            case FILEPATH -> {
                boolean everywhere =
                        !FileShape.whyNeverHunted(IndicatorType.FILEPATH, value).isEmpty();
                if (!everywhere && !SYSTEM_FOLDERS.contains(value)) {
                    out.add(new Behaviour.FilePath(value, quote));
                }
            }
            case REGISTRY -> out.add(new Behaviour.RegistryValue(value, data(quote.end()), quote));
            case SERVICE -> out.add(new Behaviour.Service(value, quote));
            case TASK -> out.add(new Behaviour.ScheduledTask(value, quote));
            case PIPE -> out.add(new Behaviour.NamedPipe(value, quote));
            case USER_AGENT -> out.add(new Behaviour.UserAgent(value, quote));
            default -> {
                // Not a behaviour: it stays an indicator.
            }
        }
    }

    /** {@code = "data"} right behind a registry value. */
    private Optional<String> data(int after) {
        String words = article.text();
        int i = after;
        while (i < words.length() && i < after + 4 && " \"`:=".indexOf(words.charAt(i)) >= 0) {
            i++;
        }
        boolean assigned = words.substring(Math.min(after, words.length()), i).indexOf('=') >= 0;
        int end = i;
        while (end < words.length() && end < i + 200 && "\"`\n".indexOf(words.charAt(end)) < 0) {
            end++;
        }
        return assigned && end > i ? Optional.of(words.substring(i, end).strip()) : Optional.empty();
    }

    private List<Behaviour> unique() {
        Set<List<Object>> seen = new HashSet<>();
        out.sort((a, b) -> a.quote().compareTo(b.quote()));
        return out.stream().filter(b -> seen.add(BehaviourKey.of(b))).toList();
    }
}
