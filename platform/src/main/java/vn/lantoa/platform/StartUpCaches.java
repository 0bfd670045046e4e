package vn.lantoa.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ahead-of-time caches of JDK 25. The first run of an application records, and writes its cache when it is stopped; every
 * later run of the same jars on the same JDK starts from it. A cache whose writing was broken off is never used.
 */
final class StartUpCaches {

    private static final String UNFINISHED = ".unfinished";
    private static final Pattern RECORDING = Pattern.compile("-XX:AOTCacheOutput=([^\"]+)");

    private final Home home;
    private final boolean enabled;

    StartUpCaches(Home home, boolean enabled) {
        this.home = home;
        this.enabled = enabled;
    }

    /** Options for a JVM that runs these jars with these other options. */
    List<String> options(Part part, String fingerprint, List<String> otherOptions) {
        if (!enabled) {
            return List.of();
        }
        String key = hash(System.getProperty("java.vm.version") + fingerprint + otherOptions);
        Path cache = home.aot().resolve(part.key() + "-" + key + ".aot");
        List<String> options = new ArrayList<>(List.of("-Xlog:aot=off", "-Xlog:cds=off"));
        if (Files.exists(cache)) {
            options.add("-XX:AOTCache=" + cache);
        } else {
            deleteOthers(part);
            options.add("-XX:AOTCacheOutput=" + cache + UNFINISHED);
        }
        return options;
    }

    /** Whether the part, as it was started last, writes its cache when it is stopped. */
    boolean records(Part part) {
        return RECORDING.matcher(JavaCommand.text(home.arguments(part))).find();
    }

    /** After the part has ended by itself: the cache it wrote may be used from now on. */
    void accept(Part part) {
        Matcher recording = RECORDING.matcher(JavaCommand.text(home.arguments(part)));
        if (!recording.find()) {
            return;
        }
        Path unfinished = Path.of(recording.group(1));
        Path configuration = Path.of(recording.group(1) + ".config");
        String name = unfinished.toString();
        try {
            if (Files.exists(unfinished) && !Files.exists(configuration)) {
                Path cache = Path.of(name.substring(0, name.length() - UNFINISHED.length()));
                Files.move(unfinished, cache, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteOthers(Part part) {
        try (var files = Files.newDirectoryStream(home.aot(), part.key() + "-*")) {
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
