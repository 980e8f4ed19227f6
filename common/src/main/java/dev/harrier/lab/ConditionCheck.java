package dev.harrier.lab;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.FieldTest;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Whether one made event meets a condition, decided directly, without any query language.
 *
 * <p>The tests' {@code ConditionOracle} says the same a second time, on purpose: this one decides which made events a query must hit,
 * so that a slip here would be blamed on both dialects, or, if a renderer shares it, go unseen. A test compares the two.
 */
record ConditionCheck(Map<String, Object> event) implements Condition.Visitor<Boolean> {
    @Override
    public Boolean all(Condition.All all) {
        return all.parts().stream().allMatch(part -> part.accept(this));
    }

    @Override
    public Boolean any(Condition.Any any) {
        return any.parts().stream().anyMatch(part -> part.accept(this));
    }

    @Override
    public Boolean not(Condition.Not not) {
        return !not.part().accept(this);
    }

    @Override
    public Boolean match(Condition.Match match) {
        return passes(match.field(), match.test());
    }

    /** An absent field behaves as the empty text. */
    boolean passes(String field, FieldTest test) {
        return test.accept(new Tests(text(field)));
    }

    private String text(String field) {
        return String.valueOf(event.getOrDefault(field, ""));
    }

    private final class Tests implements FieldTest.Visitor<Boolean> {
        private final String value;

        Tests(String value) {
            this.value = value;
        }

        @Override
        public Boolean like(FieldTest.Like like) {
            int flags = Pattern.DOTALL | (like.cased() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            return Pattern.compile(PatternText.regex(like.pattern()), flags)
                    .matcher(value)
                    .matches();
        }

        @Override
        public Boolean regex(FieldTest.Regex regex) {
            return PatternText.finds(regex, value);
        }

        @Override
        public Boolean subnet(FieldTest.InSubnet subnet) {
            return AddressRange.of(subnet.cidr())
                    .map(range -> range.holds(value))
                    .orElse(false);
        }

        @Override
        public Boolean compare(FieldTest.Compare compare) {
            OptionalLong number = Numbers.read(value);
            return number.isPresent() && compares(compare, Long.compare(number.getAsLong(), compare.value()));
        }

        private static boolean compares(FieldTest.Compare compare, int sign) {
            return switch (compare.order()) {
                case EQUAL -> sign == 0;
                case LESS -> sign < 0;
                case LESS_OR_EQUAL -> sign <= 0;
                case GREATER -> sign > 0;
                case GREATER_OR_EQUAL -> sign >= 0;
            };
        }

        @Override
        public Boolean exists(FieldTest.Exists exists) {
            return value.isEmpty() != exists.present();
        }

        @Override
        public Boolean equalsField(FieldTest.EqualsField equalsField) {
            return value.equalsIgnoreCase(text(equalsField.other()));
        }
    }
}
