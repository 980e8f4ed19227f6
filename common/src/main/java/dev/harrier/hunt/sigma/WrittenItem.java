package dev.harrier.hunt.sigma;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.FieldTest.Regex.Flag;
import dev.harrier.hunt.TextPattern;
import dev.harrier.hunt.TextPattern.Wildcard;
import java.util.List;
import java.util.Locale;

/**
 * One match as Sigma spells it.
 *
 * @param key field and modifiers
 * @param value as Sigma text
 * @param plain whether the value is written without quotes (a number or truth value)
 */
record WrittenItem(String key, String value, boolean plain) {
    static WrittenItem of(Condition.Match match) {
        return match.test().accept(new Spelling(match.field()));
    }

    private record Spelling(String field) implements FieldTest.Visitor<WrittenItem> {
        @Override
        public WrittenItem like(FieldTest.Like like) {
            String cased = like.cased() ? "|cased" : "";
            TextPattern pattern = like.pattern();
            if (pattern.parts().equals(List.of(Wildcard.ANY_RUN))) {
                return text("|contains" + cased, "");
            }
            if (pattern.contained().isPresent()) {
                return text(
                        (field.isEmpty() ? "" : "|contains") + cased,
                        SigmaText.write(pattern.contained().get()));
            }
            if (pattern.suffix().isPresent()) {
                return text(
                        "|endswith" + cased, SigmaText.write(pattern.suffix().get()));
            }
            return pattern.prefix().isPresent()
                    ? text(
                            "|startswith" + cased,
                            SigmaText.write(pattern.prefix().get()))
                    : text(cased, SigmaText.write(pattern));
        }

        @Override
        public WrittenItem regex(FieldTest.Regex regex) {
            String flags = (regex.flags().contains(Flag.IGNORE_CASE) ? "|i" : "")
                    + (regex.flags().contains(Flag.MULTILINE) ? "|m" : "")
                    + (regex.flags().contains(Flag.DOT_ALL) ? "|s" : "");
            return text("|re" + flags, regex.expression());
        }

        @Override
        public WrittenItem subnet(FieldTest.InSubnet subnet) {
            return text("|cidr", subnet.cidr());
        }

        @Override
        public WrittenItem compare(FieldTest.Compare compare) {
            String modifier =
                    switch (compare.order()) {
                        case EQUAL -> "";
                        case LESS -> "|lt";
                        case LESS_OR_EQUAL -> "|lte";
                        case GREATER -> "|gt";
                        case GREATER_OR_EQUAL -> "|gte";
                    };
            return new WrittenItem(field + modifier, Long.toString(compare.value()), true);
        }

        @Override
        public WrittenItem exists(FieldTest.Exists exists) {
            return new WrittenItem(
                    field + "|exists", Boolean.toString(exists.present()).toLowerCase(Locale.ROOT), true);
        }

        @Override
        public WrittenItem equalsField(FieldTest.EqualsField equalsField) {
            return text("|fieldref", equalsField.other());
        }

        private WrittenItem text(String modifiers, String value) {
            return new WrittenItem(field + modifiers, value, false);
        }
    }
}
