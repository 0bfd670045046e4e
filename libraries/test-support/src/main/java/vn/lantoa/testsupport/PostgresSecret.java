package vn.lantoa.testsupport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One secret from which every role's password is derived. */
public final class PostgresSecret {

    private final byte[] key;

    private PostgresSecret(byte[] key) {
        this.key = key;
    }

    static PostgresSecret known(String text) {
        return new PostgresSecret(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Kept in a file of its own beside the data folder, readable by its owner only; made when it is not there. */
    public static PostgresSecret beside(Path dataDir) throws IOException {
        Path file = dataDir.toAbsolutePath().resolveSibling(dataDir.getFileName() + ".secret");
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(fresh));
        }
        return new PostgresSecret(HexFormat.of().parseHex(Files.readString(file).strip()));
    }

    /** The password of a role. */
    public String of(String role) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
