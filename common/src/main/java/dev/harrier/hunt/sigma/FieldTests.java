package dev.harrier.hunt.sigma;

import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.FieldTest.Compare.Order;
import dev.harrier.hunt.FieldTest.Regex.Flag;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the values of the modifiers that are no text: regular expressions, networks, numbers. */
final class FieldTests {
    private static final Map<String, Order> ORDERS =
            Map.of("gt", Order.GREATER, "gte", Order.GREATER_OR_EQUAL, "lt", Order.LESS, "lte", Order.LESS_OR_EQUAL);
    private static final Map<String, Flag> FLAGS =
            Map.of("i", Flag.IGNORE_CASE, "m", Flag.MULTILINE, "s", Flag.DOT_ALL);
    private static final Set<String> PLAIN = Set.of("all", "neq");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern CIDR4 =
            Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})/([0-9]{1,2})");
    private static final Pattern CIDR6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*/([0-9]{1,3})");

    private FieldTests() {}

    static Optional<FieldTest> regex(FieldKey key, YamlNode.Scalar value, Notes notes) {
        try {
            Pattern.compile(value.text());
        } catch (PatternSyntaxException e) {
            return notes.unsupported("regular expression that Java cannot read: " + e.getDescription());
        }
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        FLAGS.forEach((letter, flag) -> {
            if (key.has(letter)) {
                flags.add(flag);
            }
        });
        return Optional.of(new FieldTest.Regex(value.text(), flags));
    }

    static Optional<FieldTest> subnet(YamlNode.Scalar value, Notes notes) {
        return isCidr(value.text())
                ? Optional.of(new FieldTest.InSubnet(value.text()))
                : notes.problem(value, "\"" + value.text() + "\" is no network in CIDR notation");
    }

    private static boolean isCidr(String text) {
        var four = CIDR4.matcher(text);
        if (four.matches()) {
            boolean octets = true;
            for (int group = 1; group <= 4; group++) {
                octets &= Integer.parseInt(four.group(group)) <= 255;
            }
            return octets && Integer.parseInt(four.group(5)) <= 32;
        }
        var six = CIDR6.matcher(text);
        return six.matches() && Integer.parseInt(six.group(1)) <= 128;
    }

    static boolean isOrder(FieldKey key) {
        for (String modifier : key.modifiers()) {
            if (ORDERS.containsKey(modifier)) {
                return true;
            }
        }
        return false;
    }

    /** A comparison, or a number on a number field; empty when the value is a text. */
    static Optional<FieldTest> number(FieldKey key, YamlNode.Scalar value, boolean integerField) {
        boolean plainEquality = integerField && PLAIN.containsAll(key.modifiers());
        if (!(plainEquality || isOrder(key)) || !INTEGER.matcher(value.text()).matches()) {
            return Optional.empty();
        }
        Order order = key.modifiers().stream()
                .filter(ORDERS::containsKey)
                .map(ORDERS::get)
                .findFirst()
                .orElse(Order.EQUAL);
        return Optional.of(new FieldTest.Compare(order, Long.parseLong(value.text())));
    }
}
