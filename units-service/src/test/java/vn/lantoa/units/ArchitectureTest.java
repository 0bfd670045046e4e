package vn.lantoa.units;

import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.ArchitectureRules;

class ArchitectureTest {
    @Test
    void theServiceKeepsTheShapeOfAllServices() {
        ArchitectureRules.of("vn.lantoa.units").check();
    }
}
