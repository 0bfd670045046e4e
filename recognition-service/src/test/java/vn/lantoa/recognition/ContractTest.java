package vn.lantoa.recognition;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.CommittedContract;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class ContractTest {
    @Test
    void whatIsServedIsWhatIsCommitted() throws IOException {
        CommittedContract.check("recognition");
    }
}
