package dev.harrier.hunt;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What one test of a field means. */
record TestOracle(String field, Map<String, ?> event) implements FieldTest.Visitor<Boolean> {
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    @Override
    public Boolean like(FieldTest.Like like) {
        int[] text = folded(value(field), like.cased());
        return fits(text, 0, like.pattern().parts(), 0, like.cased());
    }

    /** A multi-line {@code ^} is at the start of every text, the empty one too, as PCRE and RE2 have it and Java has not. */
    @Override
    public Boolean regex(FieldTest.Regex regex) {
        int flags = 0;
        for (FieldTest.Regex.Flag flag : regex.flags()) {
            flags |= switch (flag) {
                case IGNORE_CASE -> Pattern.CASE_INSENSITIVE;
                case MULTILINE -> Pattern.MULTILINE;
                case DOT_ALL -> Pattern.DOTALL;
            };
        }
        String value = value(field);
        int fitting = value.isEmpty() ? flags & ~Pattern.MULTILINE : flags;
        return Pattern.compile(regex.expression(), fitting).matcher(value).find();
    }

    @Override
    public Boolean subnet(FieldTest.InSubnet subnet) {
        String[] network = subnet.cidr().split("/");
        Optional<byte[]> base = address(network[0]);
        Optional<byte[]> actual = address(value(field));
        return base.isPresent()
                && actual.isPresent()
                && sameNetwork(base.get(), actual.get(), Integer.parseInt(network[1]));
    }

    @Override
    public Boolean compare(FieldTest.Compare compare) {
        String text = value(field);
        if (!INTEGER.matcher(text).matches()) {
            return false;
        }
        int order = Long.compare(Long.parseLong(text), compare.value());
        return switch (compare.order()) {
            case EQUAL -> order == 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    @Override
    public Boolean exists(FieldTest.Exists exists) {
        return !value(field).isEmpty() == exists.present();
    }

    @Override
    public Boolean equalsField(FieldTest.EqualsField equalsField) {
        return Arrays.equals(folded(value(field), false), folded(value(equalsField.other()), false));
    }

    private String value(String name) {
        Object value = event.get(name);
        return value == null ? "" : value.toString();
    }

    private static boolean fits(int[] text, int at, List<TextPattern.Part> parts, int part, boolean cased) {
        if (part == parts.size()) {
            return at == text.length;
        }
        if (parts.get(part) instanceof TextPattern.Literal literal) {
            int[] wanted = folded(literal.text(), cased);
            int end = at + wanted.length;
            return end <= text.length
                    && Arrays.equals(text, at, end, wanted, 0, wanted.length)
                    && fits(text, end, parts, part + 1, cased);
        }
        if (parts.get(part) == TextPattern.Wildcard.ANY_CHARACTER) {
            return at < text.length && fits(text, at + 1, parts, part + 1, cased);
        }
        for (int next = at; next <= text.length; next++) {
            if (fits(text, next, parts, part + 1, cased)) {
                return true;
            }
        }
        return false;
    }

    private static int[] folded(String text, boolean cased) {
        return text.codePoints()
                .map(c -> cased ? c : Character.toLowerCase(Character.toUpperCase(c)))
                .toArray();
    }

    private static boolean sameNetwork(byte[] base, byte[] actual, int prefix) {
        if (base.length != actual.length) {
            return false;
        }
        int host = base.length * 8 - prefix;
        return new BigInteger(1, base).shiftRight(host).equals(new BigInteger(1, actual).shiftRight(host));
    }

    private static Optional<byte[]> address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
