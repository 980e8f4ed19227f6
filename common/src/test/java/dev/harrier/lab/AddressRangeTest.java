package dev.harrier.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressRangeTest {
    @Test
    void holdsAddressesOfItsFamily() {
        AddressRange range = AddressRange.of("10.1.0.0/16").orElseThrow();
        assertThat(range.holds("10.1.255.255")).isTrue();
        assertThat(range.holds("10.2.0.0")).isFalse();
        assertThat(AddressRange.of("2001:db8::/32").orElseThrow().holds("2001:db8::1"))
                .isTrue();
        assertThat(AddressRange.of("::2:0:0/64").orElseThrow().holds("::1")).isTrue();
    }

    /** Numbers that are no address used to be asked of the name service, which is slow and tells it what is hunted. */
    @Test
    void whatIsNoAddressIsNoneAndIsAskedOfNobody() {
        for (String text :
                new String[] {"999.1.1.1", "1.2.3.4.5", "1.2.3.4.", ".1.2.3.4", "1..2.3", ".:1", "1.2.3", "a.b", ""}) {
            assertThat(AddressRange.of(text + "/8")).as(text).isEmpty();
        }
    }
}
