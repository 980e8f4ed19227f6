package dev.harrier.evidence;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Scripts shown as code: the calls in them that script logging would record, with their literal arguments. */
final class ScriptReader {
    private static final int LONGEST = 20_000;
    private static final int MOST = 12;
    private static final Pattern POWERSHELL = Pattern.compile(
            "(?i)\\[(?:system\\.)?(?:reflection\\.assembly|convert|text\\.encoding|runtime\\.interopservices\\.marshal|net\\.\\w+|io\\.\\w+(?:\\.\\w+)?|ref|activator|diagnostics\\.process)\\]::\\w+"
                    + "|\\.(?:downloadstring|downloadfile|downloaddata|uploadfile|invoke|entrypoint\\.invoke|gettype\\([^)\\n]{1,80}\\))"
                    + "|\\bnew-object (?:-\\w+ )?[\\w.]{4,60}|\\b(?:invoke-(?:webrequest|restmethod|expression|command|wmimethod|mimikatz|bloodhound)|add-mppreference -\\w+|set-mppreference -\\w+"
                    + "|add-type -\\w+|get-wmiobject [\\w-]+|start-bitstransfer|new-scheduledtaskaction|register-scheduledtask|new-service|amsiutils|amsiinitfailed|virtualalloc|createthread)\\b");
    private static final Pattern WINDOWS_SCRIPT = Pattern.compile(
            "(?i)(?:new )?(?:activexobject|createobject|getobject)\\([\"'][\\w.:{}\\\\!-]{3,80}[\"']\\)");

    private final Article article;
    private final List<Behaviour> out;

    ScriptReader(Article article, List<Behaviour> out) {
        this.article = article;
        this.out = out;
    }

    void read(Block block) {
        if (block.kind() == Block.Kind.CODE && block.end() - block.start() <= LONGEST) {
            script(block, "powershell", POWERSHELL, 2);
            script(block, "windows script", WINDOWS_SCRIPT, 1);
        }
    }

    private void script(Block block, String language, Pattern calls, int enough) {
        List<String> fragments = fragments(article.textOf(block), calls).toList();
        if (fragments.size() >= enough) {
            out.add(new Behaviour.Script(language, fragments, Quote.of(article, block.start(), block.end())));
        }
    }

    private static Stream<String> fragments(String code, Pattern calls) {
        return calls.matcher(code)
                .results()
                .map(call -> call.group())
                .distinct()
                .limit(MOST);
    }
}
