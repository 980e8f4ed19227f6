package dev.harrier.splunk.dialect;

import dev.harrier.dialect.TableMapping;
import dev.harrier.dialect.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A whole text as one DuckDB statement: each command wraps the one before it. */
final class Translator {
    private Translator() {}

    static Translation translate(String text) {
        try {
            return new Translation.Translated(
                    relation(Command.pipeline(text), text).shown().sql());
        } catch (SyntaxProblem e) {
            Place place = Place.of(text, e.offset());
            return new Translation.Unsupported(e.getMessage(), place.line(), place.column());
        }
    }

    /** A pipeline of the text, the whole or that of a subsearch. */
    static Relation relation(List<Command> commands, String text) {
        Relation relation = generated(commands.get(0), text);
        for (Command command : commands.subList(1, commands.size())) {
            relation = applied(command, relation, text);
        }
        return relation;
    }

    private static Relation generated(Command command, String text) {
        return switch (command.name()) {
            case "tstats" -> TstatsSql.of(command);
            case "search" -> rawSearch(command, text);
            case "from" -> GeneratedRows.from(command);
            case "datamodel" -> GeneratedRows.datamodel(command);
            case "makeresults" -> GeneratedRows.made(command);
            default ->
                throw new SyntaxProblem(
                        "a search that starts with " + command.name() + " is not in the translated subset",
                        command.start());
        };
    }

    private static Relation rawSearch(Command command, String text) {
        Optional<TableMapping> source = DatasetOf.raw(command.arguments());
        if (source.isEmpty()) {
            Optional<Relation> other = OtherRelation.of(text.substring(command.start(), command.end()), text);
            if (other.isPresent()) {
                return filtered(command, other.get(), Optional.of(OtherRelation.MAPPING));
            }
            throw new SyntaxProblem(
                    "no known raw source: a search must name source and EventCode of one", command.start());
        }
        return filtered(command, SourceRelation.raw(source.get()), source);
    }

    private static Relation filtered(Command command, Relation relation, Optional<TableMapping> source) {
        Cursor cursor = new Cursor(command);
        String condition = new SearchParser(cursor, relation, source).condition();
        if (!cursor.atEnd()) {
            throw new SyntaxProblem("the search should end here", cursor.offset());
        }
        return relation.where(condition);
    }

    private static Relation applied(Command command, Relation relation, String text) {
        int start = command.arguments().isEmpty()
                ? command.end()
                : command.arguments().get(0).start();
        return switch (command.name()) {
            case "search" -> filtered(command, relation, Optional.empty());
            case "where" -> relation.where(new EvalParser(text, start, command.end(), relation).condition());
            case "eval" -> evaluated(text, start, command.end(), relation);
            case "fieldformat" -> {
                // For the eye only: values stay as they are.
                evaluated(text, start, command.end(), relation);
                yield relation;
            }
            case "stats" -> StatsSql.of(command, relation, text);
            case "eventstats" -> StatsSql.events(command, relation, text);
            case "streamstats" -> StatsSql.stream(command, relation, text);
            case "join" -> Subsearches.join(command, relation, text);
            case "append" -> Subsearches.append(command, relation, text);
            case "rex" -> ValueCommands.rex(new Cursor(command), relation);
            case "mvexpand" -> ValueCommands.mvexpand(new Cursor(command), relation);
            case "bin", "bucket" -> RowCommands.bin(new Cursor(command), relation);
            case "fillnull" -> RowCommands.fillnull(new Cursor(command), relation);
            case "convert" -> RowCommands.convert(new Cursor(command), relation);
            case "rename" -> ColumnCommands.rename(new Cursor(command), relation);
            case "fields" -> ColumnCommands.fields(new Cursor(command), relation);
            case "table" -> ColumnCommands.table(new Cursor(command), relation);
            case "sort" -> OrderCommands.sort(new Cursor(command), relation);
            case "head" -> OrderCommands.head(new Cursor(command), relation);
            case "dedup" -> OrderCommands.dedup(new Cursor(command), relation);
            default -> macro(command, relation);
        };
    }

    private static Relation macro(Command command, Relation relation) {
        String prefix = "`drop_dm_object_name(";
        if (command.name().startsWith(prefix)) {
            String object = command.name()
                    .substring(prefix.length(), command.name().length() - 2)
                    .replace("\"", "");
            return ColumnCommands.renamed(relation, object + ".*", "*");
        }
        throw new SyntaxProblem(command.name() + " is not in the translated subset", command.start());
    }

    private static Relation evaluated(String text, int start, int end, Relation relation) {
        Relation result = relation;
        int at = start;
        for (int next : commas(text, start, end)) {
            EvalParser parser = new EvalParser(text, at, next, result);
            String target = parser.target();
            result = result.with(target, storable(parser, at));
            at = next + 1;
        }
        return result;
    }

    private static Sql storable(EvalParser parser, int offset) {
        Sql value = parser.whole();
        if (value.type() == Type.FLAG) {
            throw new SyntaxProblem("a field cannot hold true or false", offset);
        }
        return value;
    }

    /** Ends of the assignments: commas outside parentheses and strings, then the end. */
    private static List<Integer> commas(String text, int start, int end) {
        List<Integer> ends = new ArrayList<>();
        int depth = 0;
        for (EvalToken token : EvalTokens.of(text, start, end)) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                ends.add(token.start());
            }
        }
        ends.add(end);
        return ends;
    }
}
