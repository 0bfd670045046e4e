package vn.lantoa.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DeployTest {
    @Test
    void whatIsDeployedIsWithoutFault() throws Exception {
        var findings = Tree.realChecks().findings();
        assertThat(findings)
                .as(findings.stream().map(Finding::toString).collect(Collectors.joining("\n", "\n", "\n")))
                .isEmpty();
    }
}
