package vn.lantoa.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
    private static final String SENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void whatTheCallerSendsIsKept() {
        assertThat(TraceContext.of(SENT).traceparent()).isEqualTo(SENT);
        assertThat(TraceContext.of(SENT).asParent().isRemote()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Nguyễn Văn A",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
            })
    void whatIsNoTraceContextIsReplacedByANewOne(String sent) {
        var made = TraceContext.of(sent);

        assertThat(TraceContext.parse(sent)).isNull();
        assertThat(TraceContext.parse(made.traceparent())).isEqualTo(made);
        assertThat(made.sampled()).isFalse();
        assertThat(TraceContext.of(sent)).isNotEqualTo(made);
    }
}
