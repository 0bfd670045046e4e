package vn.lantoa.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** The broker's process: formats its folder the first time, then runs. {@code KafkaMain <folder> [guarded]}. */
public final class KafkaMain {

    private static final String CLUSTER = "TGFuVG9hTG9jYWxLYWZrYQ";

    private KafkaMain() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        String properties = folder.resolve("server.properties").toString();
        if (args.length > 1) {
            endWithParent();
        }
        if (!Files.exists(folder.resolve("log/meta.properties"))) {
            int exit = StorageTool.execute(
                    new String[] {"format", "--ignore-formatted", "-t", CLUSTER, "-c", properties}, System.out);
            if (exit != 0) {
                System.exit(exit);
            }
        }
        Kafka.main(new String[] {properties});
    }

    /** Standard input is a pipe that only the parent holds: its end is the parent's end. */
    private static void endWithParent() {
        Thread.ofPlatform().daemon().name("parent").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    continue;
                }
            } catch (IOException e) {
                System.err.println("The parent is gone: " + e);
            }
            Runtime.getRuntime().halt(0);
        });
    }
}
