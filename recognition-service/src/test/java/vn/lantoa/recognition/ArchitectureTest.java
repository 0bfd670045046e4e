package vn.lantoa.recognition;

import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.ArchitectureRules;

class ArchitectureTest {
    @Test
    void theServiceKeepsTheShapeOfAllServices() {
        ArchitectureRules.of("vn.lantoa.recognition").check();
    }
}
