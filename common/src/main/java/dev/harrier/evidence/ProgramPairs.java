package dev.harrier.evidence;

import dev.harrier.article.Article;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Programs that start programs: {@code winword.exe spawned cmd.exe}, two programs in one sentence with a verb of starting between
 * them and no other program. And programs beside a verb of running.
 */
final class ProgramPairs {
    private static final int REACH = 90;
    private static final Pattern PASSIVE = Pattern.compile(
            "\\b(?:spawned|launched|started|executed|created|invoked|run|dropped and executed|called) (?:by|from|via|through)\\b"
                    + "|child of|child process of|\\bparent(?: process)? (?:is|was|being|of)\\b(?! the)");
    private static final Pattern PARENT_OF = Pattern.compile("parent (?:process )?of");
    private static final Pattern ARROW = Pattern.compile(
            "[\\s`*|\"(\\d,)]*(?:-{1,3}>|={1,2}>|\u2192|>|\u2013>|\u27a4|\u00bb|\u21d2|&gt;|--?&gt;)[\\s`*|\"]*");

    private final Article article;
    private final RefangedText text;
    private final Findings findings;
    private final List<Behaviour> out;

    ProgramPairs(Article article, RefangedText text, Findings findings, List<Behaviour> out) {
        this.article = article;
        this.text = text;
        this.findings = findings;
        this.out = out;
    }

    void read() {
        List<Candidate> programs =
                findings.candidates.stream().filter(ProgramPairs::isProgram).toList();
        for (int k = 0; k + 1 < programs.size(); k++) {
            Candidate first = programs.get(k);
            Candidate second = programs.get(k + 1);
            if (second.start() - first.end() <= REACH && second.start() > first.end()) {
                pair(first, second);
            }
        }
        programs.forEach(this::run);
        new SpokenPairs(article, text, findings, out).read();
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
        boolean parentOf = PARENT_OF.matcher(lower).find();
        boolean starts = parentOf || findings.hasCue(Cue.STARTS, first.end(), second.start());
        if (!parentOf && PASSIVE.matcher(lower).find()) {
            add(second, first, first.start(), second.end());
        } else if (starts || ARROW.matcher(between).matches()) {
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
}
