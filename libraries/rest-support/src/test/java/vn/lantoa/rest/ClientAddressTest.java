package vn.lantoa.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody becomes many clients by changing what is cheap to change, and many take no more room than was set. */
class ClientAddressTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::, 20010db800010002",
        "::ffff:203.0.113.7, 203.0.113.7",
        "evil.example, unknown",
        "'', unknown",
        "1.2.3.4.5, unknown",
        "a:b:zz, unknown",
    })
    void aClientIsAnAddressOrANetwork(String address, String client) {
        assertThat(ClientAddress.of(address)).isEqualTo(client);
    }

    @Test
    void aFloodOfClientsTakesNoMoreRoomThanThereIs() {
        var buckets = new Buckets(1, 1, 100);
        for (int i = 0; i < 50_000; i++) {
            buckets.take("10.0." + i / 256 + "." + i % 256);
        }
        assertThat(buckets.remembered()).isLessThanOrEqualTo(100);
    }
}
