package dev.harrier.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Connector;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneRefusalTest {
    /** A question that it doesn't hand on would be answered by the interface's default: nothing, whatever the SIEM says. */
    @Test
    void everyQuestionIsHandedOn() {
        assertThat(signatures(OneRefusal.class)).containsAll(signatures(Connector.class));
    }

    private static List<String> signatures(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(OneRefusalTest::signature)
                .toList();
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }
}
