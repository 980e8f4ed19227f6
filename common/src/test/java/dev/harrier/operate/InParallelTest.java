package dev.harrier.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InParallelTest {
    private static final List<Integer> THINGS = IntStream.range(0, 100).boxed().toList();

    @Test
    void keepsTheOrder() {
        assertThat(InParallel.map(THINGS, 7, thing -> thing * 2))
                .isEqualTo(THINGS.stream().map(thing -> thing * 2).toList());
    }

    @Test
    void doesAsManyAtOnceAsAllowedAndNoMore() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch four = new CountDownLatch(4);
        InParallel.map(THINGS, 4, thing -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            four.countDown();
            awaitAll(four);
            return now.decrementAndGet();
        });
        assertThat(most).hasValue(4);
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void passesOnWhatFails() {
        assertThatThrownBy(() -> InParallel.map(THINGS, 4, thing -> {
                    throw new IllegalArgumentException("no " + thing);
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no 0");
    }
}
