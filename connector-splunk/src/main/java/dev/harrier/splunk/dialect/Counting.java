package dev.harrier.splunk.dialect;

import dev.harrier.dialect.Entity;
import java.util.Optional;

/** Turns a hunt's rows into the one row of counts that {@code Dialect#counting} promises. */
final class Counting {
    private Counting() {}

    /** {@code count as rows} is there so that {@code stats} answers with a row even when it is given none. */
    static String of(String text) {
        Entities entities = DatasetOf.text(text).map(Entities::of).orElse(otherwise(text));
        String user = entities.user().map(Counting::known).orElse("null()");
        return text
                + "\n| stats count as rows sum(count) as hits dc(eval(" + known(entities.host())
                + ")) as hosts dc(eval(" + user
                + ")) as users dc(_time) as days min(firstTime) as firstSeen max(lastTime) as lastSeen"
                + "\n| fillnull value=0 hits hosts users days"
                + "\n| fields hits hosts users days firstSeen lastSeen";
    }

    /** The same, a row for each day: rows of a hunt are of UTC days already. */
    static String daily(String text) {
        Entities entities = DatasetOf.text(text).map(Entities::of).orElse(otherwise(text));
        String user = entities.user().map(Counting::known).orElse("null()");
        return text
                + "\n| stats sum(count) as hits dc(eval(" + known(entities.host()) + ")) as hosts dc(eval(" + user
                + ")) as users min(firstTime) as firstSeen max(lastTime) as lastSeen by _time"
                + "\n| rename _time as day"
                + "\n| fillnull value=0 hits hosts users"
                + "\n| fields day hits hosts users firstSeen lastSeen";
    }

    /** Those that match most; a text whose rows name no user has none. */
    static Optional<String> top(String text, Entity entity, int most) {
        Entities entities = DatasetOf.text(text).map(Entities::of).orElse(otherwise(text));
        Optional<String> column = entity == Entity.HOST ? Optional.of(entities.host()) : entities.user();
        return column.map(name -> text
                + "\n| eval entity=" + known(name)
                + "\n| where isnotnull(entity)"
                + "\n| stats sum(count) as hits by entity"
                + "\n| sort " + most + " -hits, entity"
                + "\n| fields entity hits");
    }

    /** A search of events of no mapped kind has Splunk's own {@code host}. */
    private static Entities otherwise(String text) {
        return text.startsWith("search ")
                ? new Entities("host", Optional.empty())
                : new Entities("dest", Optional.of("user"));
    }

    private static String known(String column) {
        return "if(" + column + "==\"unknown\" OR " + column + "==\"\",null()," + column + ")";
    }
}
