package vn.lantoa.units.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.main.Launch;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.UnitsFixture;

@QuarkusMainTest
@WithTestResource(LanToaServices.class)
class FirstAdministratorTest {
    @Test
    @Launch(
            value = {"first-administrator", "--issuer", "https://issuer.example.vn"},
            exitCode = Commands.MISUSED)
    void somethingMissingIsSaid(LaunchResult result) {
        assertThat(result.getOutput() + result.getErrorOutput()).contains("--subject SUBJECT");
    }

    @Test
    void thereIsOneFirstAdministrator(QuarkusMainLauncher launcher) {
        nobodyAdministrates();
        var first = launcher.launch(
                "first-administrator",
                "--issuer",
                "https://issuer.example.vn",
                "--subject",
                UnitsFixture.unique("first"),
                "--name",
                "Nông Văn Quản Trị");
        assertThat(first.exitCode()).isEqualTo(Commands.DONE);
        assertThat(first.getOutput()).doesNotContain("Listening on: http");
        var second = launcher.launch(
                "first-administrator",
                "--issuer",
                "https://issuer.example.vn",
                "--subject",
                UnitsFixture.unique("second"),
                "--name",
                "Người đến sau");
        assertThat(second.exitCode()).isEqualTo(Commands.ADMINISTRATOR_EXISTS);
    }

    /** Whoever ran before in this database left administrators, and reviews that list their grants. */
    private static void nobodyAdministrates() {
        UnitsFixture.query("""
                WITH reviewed AS (DELETE FROM access_review_item i USING role_grant g
                                  WHERE g.id = i.role_grant AND g.role = 'ADMINISTRATOR'),
                     gone AS (DELETE FROM role_grant WHERE role = 'ADMINISTRATOR' RETURNING 1)
                SELECT count(*) FROM gone""");
    }
}
