package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.sentinel.fake.FakeAzure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** How tests against the fake open and close: one fake for a class, an empty workspace for each test, nothing malformed sent. */
abstract class WithFakeAzure {
    static FakeAzure azure;

    @BeforeAll
    static void startAzure() {
        azure = new FakeAzure();
    }

    @AfterAll
    static void stopAzure() {
        azure.close();
    }

    @AfterEach
    void nothingMalformedWasSent() {
        List<String> problems = new ArrayList<>(azure.rules().problems());
        problems.addAll(azure.searches().problems());
        azure.reset();
        assertThat(problems).isEmpty();
    }
}
