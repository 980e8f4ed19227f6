package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Connector;
import dev.harrier.splunk.fake.FakeSplunkd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A connector on a fake splunkd that is empty before each test; no test leaves a search job behind. */
abstract class OnFakeSplunkd {
    static FakeSplunkd splunkd;

    Connecting connecting;
    Connector connector;

    @BeforeAll
    static void start() {
        splunkd = new FakeSplunkd();
    }

    @AfterAll
    static void stop() {
        splunkd.close();
    }

    @BeforeEach
    void connect() {
        splunkd.reset();
        connecting = Connecting.to(splunkd);
        connector = connecting.connector();
    }

    @AfterEach
    void noJobIsLeft() {
        connector.close();
        assertThat(splunkd.jobs().alive()).isZero();
    }
}
