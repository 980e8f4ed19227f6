package dev.harrier.evidence;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ports and request paths that a text names without a host: {@code over TCP port 4444}, {@code POST /gate.php}. */
final class NetworkReader {
    private static final int REACH = 44;
    private static final int LONGEST_PATH = 200;
    private static final Pattern PORT = Pattern.compile(
            "^(?:ports?|(?<protocol>tcp|udp))(?:/|:|-| )?(?:ports?(?: number)?s? )?(?: ?(?:number|numbers|is|:|was|of) ?)?[\\s`*\"(\\[]{0,3}"
                    + "(?<number>\\d{2,5})(?![\\d.]*\\.\\d|\\d|[\\w-])");
    private static final Pattern MORE = Pattern.compile(
            "^[`*\"]{0,2}(?:,| and| or|,? and|/)\\s{0,1}[`*\"]{0,2}(\\d{2,5})(?![\\d.]*\\.\\d|\\d|[\\w-])");
    private static final Pattern REQUEST =
            Pattern.compile("(?:^|[\\s`\"'(|*])(?:GET|POST|PUT|HEAD|OPTIONS) (/[^\\s`\"'<>|)*]{1,200})");
    private static final Pattern ALONE = Pattern.compile(
            "(?:^|[`\"(|\u201c]|[*-] )(/(?:[\\w.%~-]+/){0,6}[\\w.%~-]*(?:\\.(?:php|aspx?|jsp|cgi|ashx|do|pl)\\b[\\w.?=&%/-]*|\\?[\\w]+=[\\w=&%.-]*|(?<=/(?:api|v1|v2|gate|panel|admin)/)[\\w.-]+))(?=$|[`\"\\s)|;,\u201d])");

    private final Article article;
    private final RefangedText text;
    private final WordWalk words;
    private final List<Behaviour> out;

    NetworkReader(Article article, RefangedText text, WordWalk words, List<Behaviour> out) {
        this.article = article;
        this.text = text;
        this.words = words;
        this.out = out;
    }

    void read() {
        words.places(Signal.PORT).forEach(this::port);
        for (Block block : article.blocks()) {
            if (block.kind() != Block.Kind.BOILERPLATE && block.kind() != Block.Kind.HEADING) {
                requests(block);
            }
        }
    }

    private void port(int at) {
        String behind = text.between(at, Math.min(text.length, at + REACH));
        Matcher port = PORT.matcher(behind.toLowerCase(Locale.ROOT));
        boolean told = text.matches(at - 4, "tcp ") || text.matches(at - 4, "udp ") || text.matches(at - 4, "tcp/");
        if (told || !port.find()) {
            return;
        }
        String protocol = port.group("protocol") == null ? "" : port.group("protocol") + "/";
        add(protocol, port.group("number"), at + port.start("number"), at + port.end());
        int next = port.end();
        Matcher more = MORE.matcher(behind.substring(next));
        while (more.find()) {
            add(protocol, more.group(1), at + next + more.start(1), at + next + more.end(1));
            next += more.end();
            more = MORE.matcher(behind.substring(next));
        }
    }

    private void add(String protocol, String number, int start, int end) {
        int value = Integer.parseInt(number);
        if (value > 0 && value <= 65_535) {
            Quote quote = Quote.of(article, text.original(start), text.originalEnd(end));
            out.add(new Behaviour.Network(Behaviour.Network.Trait.PORT, protocol + value, quote));
        }
    }

    private void requests(Block block) {
        int start = block.start();
        String words = article.text();
        while (start < block.end()) {
            int newline = words.indexOf('\n', start);
            int end = newline < 0 || newline > block.end() ? block.end() : newline;
            String line = end - start <= 2_000 ? words.substring(start, end) : "";
            if (line.indexOf('/') >= 0) {
                request(line, start);
            }
            start = end + 1;
        }
    }

    private void request(String line, int offset) {
        for (Pattern pattern : List.of(REQUEST, ALONE)) {
            Matcher request = pattern.matcher(line);
            while (request.find()) {
                String path = request.group(1);
                if (path.length() >= 4 && path.length() <= LONGEST_PATH) {
                    Quote quote = Quote.of(article, offset + request.start(1), offset + request.end(1));
                    out.add(new Behaviour.Network(Behaviour.Network.Trait.URI_PATH, path, quote));
                }
            }
        }
    }
}
