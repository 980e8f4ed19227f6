package dev.harrier.splunk.dialect;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How an eval function is called (Splunk's Search Reference, "Evaluation functions").
 *
 * @param name lower case
 * @param least arguments
 * @param most arguments; {@link #MANY} where there is no limit
 * @param step by which the number of arguments grows
 * @param kinds for each argument from the first on: {@code n} number, {@code s} text, {@code b} condition, {@code .} any
 */
record EvalSignature(String name, int least, int most, int step, String kinds) {
    /** More than anybody writes. */
    static final int MANY = Integer.MAX_VALUE;

    /** Name, least, most ({@code *}: any number), step, kinds. */
    private static final String TABLE = """
            abs 1 1 1 n, ceil 1 1 1 n, ceiling 1 1 1 n, exact 1 1 1 ., exp 1 1 1 n, floor 1 1 1 n, ln 1 1 1 n, log 1 2 1 nn
            pi 0 0 1 ., pow 2 2 1 nn, round 1 2 1 nn, sigfig 1 1 1 n, sqrt 1 1 1 n, sum 1 * 1 ., avg 1 * 1 ., max 1 * 1 ., min 1 * 1 .
            random 0 0 1 ., acos 1 1 1 n, acosh 1 1 1 n, asin 1 1 1 n, asinh 1 1 1 n, atan 1 1 1 n, atan2 2 2 1 nn, atanh 1 1 1 n
            cos 1 1 1 n, cosh 1 1 1 n, hypot 2 2 1 nn, sin 1 1 1 n, sinh 1 1 1 n, tan 1 1 1 n, tanh 1 1 1 n
            bit_and 2 * 1 nn, bit_or 2 * 1 nn, bit_xor 2 * 1 nn, bit_not 1 2 1 nn, bit_shift_left 2 2 1 nn, bit_shift_right 2 2 1 nn
            case 2 * 2 b, cidrmatch 2 2 1 s., coalesce 1 * 1 ., false 0 0 1 ., true 0 0 1 ., if 3 3 1 b, in 2 * 1 ., like 2 2 1 .s
            lookup 2 3 1 s, match 2 2 1 .s, null 0 0 1 ., nullif 2 2 1 ., searchmatch 1 1 1 s, validate 2 * 2 b
            ipmask 2 2 1 s., printf 1 * 1 s, tonumber 1 2 1 .n, tostring 1 2 1 .s, md5 1 1 1 ., sha1 1 1 1 ., sha256 1 1 1 ., sha512 1 1 1 .
            now 0 0 1 ., time 0 0 1 ., relative_time 2 2 1 ns, strftime 2 2 1 ns, strptime 2 2 1 .s
            isarray 1 1 1 ., isbool 1 1 1 ., isdouble 1 1 1 ., isint 1 1 1 ., ismv 1 1 1 ., isnotnull 1 1 1 ., isnull 1 1 1 .
            isnum 1 1 1 ., isobject 1 1 1 ., isstr 1 1 1 ., typeof 1 1 1 .
            len 1 1 1 ., lower 1 1 1 ., ltrim 1 2 1 .s, replace 3 3 1 .ss, rtrim 1 2 1 .s, spath 2 2 1 .., substr 2 3 1 .nn, trim 1 2 1 .s
            upper 1 1 1 ., urldecode 1 1 1 .
            commands 1 1 1 ., mvappend 1 * 1 ., mvcount 1 1 1 ., mvdedup 1 1 1 ., mvfilter 1 1 1 b, mvfind 2 2 1 .s, mvindex 2 3 1 .nn
            mvjoin 2 2 1 .s, mvmap 2 3 1 ., mvrange 2 3 1 n, mvsort 1 1 1 ., mvzip 2 3 1 ..s, mv_to_json_array 1 2 1 ., split 2 2 1 .s
            json 1 1 1 ., json_append 3 * 2 ., json_array 0 * 1 ., json_array_to_mv 1 2 1 ., json_delete 2 * 1 ., json_entries 1 1 1 .
            json_extend 3 * 2 ., json_extract 1 * 1 ., json_extract_exact 1 * 1 ., json_has_key_exact 2 2 1 ., json_keys 1 1 1 .
            json_object 0 * 2 ., json_set 3 * 2 ., json_set_exact 3 * 2 ., json_valid 1 1 1 .
            toarray 1 1 1 ., tobool 1 1 1 ., todouble 1 1 1 ., toint 1 2 1 ., tomv 1 1 1 ., toobject 1 1 1 .
            """;

    private static final Map<String, EvalSignature> ALL = Arrays.stream(TABLE.split("[,\\n]+"))
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(line -> read(List.of(line.split(" "))))
            .collect(Collectors.toMap(EvalSignature::name, Function.identity(), (a, b) -> a, TreeMap::new));

    private static EvalSignature read(List<String> cells) {
        int most = cells.get(2).equals("*") ? MANY : Integer.parseInt(cells.get(2));
        return new EvalSignature(
                cells.get(0), Integer.parseInt(cells.get(1)), most, Integer.parseInt(cells.get(3)), cells.get(4));
    }

    static Optional<EvalSignature> of(String lowerCaseName) {
        return Optional.ofNullable(ALL.get(lowerCaseName));
    }

    static Set<String> names() {
        return Collections.unmodifiableSet(ALL.keySet());
    }

    boolean takes(int arguments) {
        return arguments >= least && arguments <= most && (arguments - least) % step == 0;
    }

    /** For a message, for example {@code 2 or 3 arguments}. */
    String arguments() {
        if (most == MANY) {
            return "at least " + counted(least) + (step == 2 ? ", in pairs" : "");
        }
        return least == most ? counted(least) : least + " or " + counted(most);
    }

    private static String counted(int number) {
        return number + (number == 1 ? " argument" : " arguments");
    }

    /** What an argument must be, {@code .} for anything. */
    char kind(int argument) {
        return argument < kinds.length() ? kinds.charAt(argument) : '.';
    }
}
