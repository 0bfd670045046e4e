package vn.lantoa.units;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.lantoa.audit.AuditTexts;
import vn.lantoa.testsupport.LanToaServices;

/** What inspectors read; that each entry has words at all is demanded wherever a test makes one. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class AuditTextsTest {
    @Inject
    AuditTexts texts;

    @Test
    void bothLanguagesTellTheSame() {
        assertThat(texts.gaps()).isEmpty();
    }

    @Test
    void anActionThatNobodyDescribedIsFound() {
        assertThat(texts.tells("audit.export", "audit-log")).isTrue();
        assertThat(texts.tells("audit.forge", "audit-log")).isFalse();
        assertThat(texts.tells("audit.export", "unheard-of")).isFalse();
    }
}
