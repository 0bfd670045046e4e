package vn.lantoa.testsupport;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs of the zonky jar, unpacked once into a folder and shared by every server started from it. */
final class PostgresBinaries {

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /** Unpacked below {@code parent}; several processes may do so at the same time, one of them wins. */
    static PostgresBinaries in(Path parent) throws IOException {
        Path folder = parent.resolve("postgresql-18.6");
        if (!Files.isExecutable(folder.resolve("bin/postgres"))) {
            Files.createDirectories(parent);
            Path unfinished = Files.createTempDirectory(parent, "unpacking-");
            unpack(unfinished);
            try {
                Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException lost) {
                Folders.delete(unfinished);
                if (!Files.isExecutable(folder.resolve("bin/postgres"))) {
                    throw lost;
                }
            }
        }
        return new PostgresBinaries(folder);
    }

    /** Below the temporary folder, for tests. */
    static PostgresBinaries shared() throws IOException {
        return in(Path.of(
                System.getProperty("java.io.tmpdir"), "lantoa-binaries-" + System.getProperty("user.name", "nobody")));
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static void unpack(Path target) throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "Darwin" : "Linux";
        String architecture = ArchUtils.normalize(System.getProperty("os.arch"));
        try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(target, tar, entry);
            }
        }
    }

    private static void unpack(Path target, TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("The archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            try {
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } catch (FileAlreadyExistsException already) {
                return;
            }
        } else if (entry.isLink()) {
            Files.copy(target.resolve(entry.getLinkName()), file, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0111) != 0) {
                var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
                permissions.add(PosixFilePermission.OWNER_EXECUTE);
                permissions.add(PosixFilePermission.GROUP_EXECUTE);
                permissions.add(PosixFilePermission.OTHERS_EXECUTE);
                Files.setPosixFilePermissions(file, permissions);
            }
        }
    }
}
