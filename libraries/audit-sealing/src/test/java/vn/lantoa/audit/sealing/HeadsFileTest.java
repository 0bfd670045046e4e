package vn.lantoa.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.audit.proof.Head;
import vn.lantoa.testsupport.LanToaServices;

/** What others keep is not lost by whatever happens to the end of the file. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class HeadsFileTest {
    @Inject
    Trail trail;

    @Inject
    DataSource database;

    private Path path = Path.of("");
    private String whole = "";

    @BeforeEach
    void kept() throws SQLException, IOException {
        trail.sealed(9);
        path = Files.createTempFile(Path.of("target"), "heads", ".txt");
        caughtUp();
        whole = Files.readString(path);
        assertThat(Head.notes(whole)).hasSizeGreaterThan(2);
    }

    private HeadsFile caughtUp() throws IOException {
        var file = new HeadsFile(new FixedConfig(path), database);
        file.catchUp();
        return file;
    }

    @Test
    void whereverTheLastNoteIsCutOffItFollowsAgainWhole() throws IOException {
        var bytes = whole.getBytes(StandardCharsets.UTF_8);
        int last = Head.notes(whole).getLast().getBytes(StandardCharsets.UTF_8).length;
        for (int cut = 0; cut <= last; cut += 3) {
            Files.write(path, Arrays.copyOf(bytes, bytes.length - cut));
            assertThat(caughtUp().contradicted()).isFalse();
            assertThat(Files.readString(path)).as("%d bytes cut off", cut).isEqualTo(whole);
        }
        Files.writeString(path, "lantoa/cam");
        caughtUp();
        assertThat(Files.readString(path)).isEqualTo(whole);
    }

    @Test
    void whatIsNoFileOfHeadsIsLeftAlone() throws IOException {
        for (var other : new String[] {"somebody's notes\n", whole + "somebody's notes\n", "x".repeat(100_000)}) {
            Files.writeString(path, other);
            assertThatThrownBy(this::caughtUp).isInstanceOf(IOException.class).hasMessageContaining("left alone");
            assertThat(Files.readString(path)).isEqualTo(other);
        }
        Files.writeString(path, whole + "\n");
        assertThat(caughtUp().contradicted()).isFalse();
    }

    @Test
    void aDatabaseThatContradictsTheLastHeadIsNoticed() throws IOException {
        var notes = Head.notes(whole);
        var other = notes.getLast().replace("\nera ", "\nera 9");
        Files.writeString(path, notes.getFirst() + other);
        assertThat(caughtUp().contradicted()).isTrue();
        assertThat(Files.readString(path)).startsWith(notes.getFirst() + other);
    }
}
