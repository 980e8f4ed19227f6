package dev.harrier.splunk.dialect;

import dev.harrier.dialect.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the calls of an eval expression: that the function is there, and takes what it is given. Linear in the tokens. */
record EvalCallLint(Command command, Findings findings) {
    private static final Set<String> EVALUATING = Set.of("eval", "where", "fieldformat");
    /** Before brackets, these are operators. */
    private static final Set<String> OPERATORS = Set.of("and", "or", "not", "xor", "in", "like", "by", "as");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private static final class Call {
        private final int at;
        private final List<List<Token>> arguments = new ArrayList<>();

        Call(int at) {
            this.at = at;
        }

        void token(Token token) {
            if (arguments.isEmpty()) {
                arguments.add(new ArrayList<>());
            }
            arguments.get(arguments.size() - 1).add(token);
        }
    }

    void check() {
        if (EVALUATING.contains(command.name())) {
            calls();
        }
    }

    private void calls() {
        List<Token> tokens = command.arguments();
        List<Call> open = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.CLOSE && !open.isEmpty()) {
                check(open.remove(open.size() - 1));
            }
            if (!open.isEmpty()) {
                inside(open.get(open.size() - 1), token);
            }
            if (token.kind() == Token.Kind.OPEN) {
                open.add(new Call(i));
            }
        }
    }

    private static void inside(Call call, Token token) {
        if (token.kind() == Token.Kind.COMMA) {
            call.arguments.add(new ArrayList<>());
        } else {
            call.token(token);
        }
    }

    private void check(Call call) {
        Optional<Token> word = call.at == 0
                ? Optional.empty()
                : Optional.of(command.arguments().get(call.at - 1));
        word.flatMap(EvalCallLint::function).ifPresent(name -> check(name, call, word.get()));
    }

    /** A word may begin with an operator, as in {@code 10-len(x)}; one inside single quotes is a field. */
    private static Optional<String> function(Token word) {
        String text = SplLinter.lower(word);
        int from = text.length();
        while (from > 0 && (Character.isLetterOrDigit(text.charAt(from - 1)) || text.charAt(from - 1) == '_')) {
            from--;
        }
        String name = text.substring(from);
        boolean quoted = text.chars().filter(c -> c == '\'').count() % 2 == 1 || text.indexOf('<') >= 0;
        boolean call = word.kind() == Token.Kind.WORD
                && !quoted
                && !name.isEmpty()
                && !NUMBER.matcher(name).matches();
        return call && !OPERATORS.contains(name) ? Optional.of(name) : Optional.empty();
    }

    private void check(String name, Call call, Token word) {
        Optional<EvalSignature> signature = EvalSignature.of(name);
        if (signature.isEmpty()) {
            String near = NearestName.words(name, EvalSignature.names());
            findings.add(SplCheck.SPL019, "eval has no function " + name + near, word.start());
        } else if (!signature.get().takes(call.arguments.size())) {
            String message = name + " takes " + signature.get().arguments() + ", not " + call.arguments.size();
            findings.add(SplCheck.SPL020, message, word.start());
        } else {
            kinds(signature.get(), call);
        }
    }

    /** Only a literal that stands alone says what it is. */
    private void kinds(EvalSignature signature, Call call) {
        for (int i = 0; i < call.arguments.size(); i++) {
            List<Token> argument = call.arguments.get(i);
            Optional<Token> only = argument.size() == 1 ? Optional.of(argument.get(0)) : Optional.empty();
            if (only.isPresent() && !fits(only.get(), signature.kind(i))) {
                String wanted =
                        signature.kind(i) == 'n' ? "a number" : signature.kind(i) == 's' ? "a text" : "a condition";
                findings.add(
                        SplCheck.SPL020,
                        "argument " + (i + 1) + " of " + signature.name() + " must be " + wanted,
                        only.get().start());
            }
        }
    }

    private static boolean fits(Token token, char kind) {
        boolean number = NUMBER.matcher(token.value()).matches();
        boolean text = token.kind() == Token.Kind.STRING;
        return switch (kind) {
            case 'n' -> !text || number;
            case 's' -> text || !number;
            case 'b' -> !text && !number;
            default -> true;
        };
    }
}
