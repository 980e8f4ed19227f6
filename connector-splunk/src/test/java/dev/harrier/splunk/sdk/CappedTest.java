package dev.harrier.splunk.sdk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import org.junit.jupiter.api.Test;

class CappedTest {
    @Test
    void anEndlessBodyEnds() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return length;
            }
        };

        assertThatThrownBy(() -> Capped.read(endless)).isInstanceOf(Capped.TooLarge.class);
    }
}
