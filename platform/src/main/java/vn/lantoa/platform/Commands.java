package vn.lantoa.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** What a person at the keyboard can ask for. */
final class Commands {

    private final Platform platform;
    private final Console console = new Console();

    Commands(Settings settings) {
        this.platform = new Platform(settings);
    }

    int start(List<String> options) {
        only(options, "start", "--foreground", "--no-sample");
        boolean foreground = options.contains("--foreground");
        Instant begin = Instant.now();
        List<Part> before = running();
        AtomicBoolean settled = new AtomicBoolean();
        Thread hook = new Thread(
                () -> {
                    if (!settled.get()) {
                        console.say("Stopping what was started");
                        platform.stopAllBut(before, console::say);
                    }
                },
                "break-off");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            platform.start(console::say);
            if (!options.contains("--no-sample")) {
                platform.loadSampleDataOnce(what -> console.say("Sample data: " + what));
            }
        } catch (RuntimeException failure) {
            // a platform that is up stays up when only its sample data is refused; a start that failed has cleaned up
            settled.set(true);
            throw failure;
        }
        settled.set(!foreground);
        console.say(Summary.of(platform, Duration.between(begin, Instant.now())));
        if (foreground) {
            console.say("Ctrl-C ends it.");
            waitForEver();
        }
        return 0;
    }

    int stop(List<String> options) {
        only(options, "stop");
        List<Part> running = running();
        if (running.isEmpty()) {
            console.say("Nothing is running.");
            return 0;
        }
        platform.stop(console::say);
        console.say("Stopped.");
        return 0;
    }

    int status(List<String> options) {
        only(options, "status");
        List<Status> parts = platform.status();
        long total = 0;
        for (Status part : parts) {
            total += part.mebibytes();
            console.say(String.format(
                    Locale.ROOT,
                    "%-20s %-9s %-46s %8s %s",
                    part.part().title(),
                    part.pid().isEmpty() ? "down" : part.ready() ? "up" : "not ready",
                    part.url(),
                    part.pid().isEmpty() ? "" : part.mebibytes() + " MB",
                    part.pid().isEmpty() ? "" : "pid " + part.pid().getAsLong()));
            part.remarks().forEach(remark -> console.say(" ".repeat(21) + remark));
        }
        console.say(String.format(Locale.ROOT, "%-20s %-9s %-46s %8s", "", "", "together", total + " MB"));
        return parts.stream().allMatch(Status::ready) ? 0 : 3;
    }

    int reset(List<String> options) {
        only(options, "reset", "--yes");
        Path home = platform.settings().home();
        if (!options.contains("--yes")) {
            console.ask("This ends Lan Tỏa and deletes all its data in " + home + ". Type yes to go on: ");
            Scanner answer = new Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8);
            if (!answer.hasNextLine() || !answer.nextLine().strip().equalsIgnoreCase("yes")) {
                throw new Failure("Nothing was deleted.");
            }
        }
        platform.reset();
        console.say("All data is gone; ./lantoa start begins anew.");
        return 0;
    }

    int load(List<String> files) {
        if (files.isEmpty()) {
            throw new Failure("Say which files to load: ./lantoa load FILE…");
        }
        List<Path> paths = new ArrayList<>();
        for (String file : files) {
            Path path = Path.of(file);
            if (!Files.isReadable(path)) {
                throw new Failure(file + " cannot be read: check its name and its permissions.");
            }
            paths.add(path);
        }
        requireRunning();
        platform.load(paths, console::say);
        return 0;
    }

    int token(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new Failure("Say whose token: ./lantoa token USER; the demo users are: "
                    + String.join(", ", DemoUser.names()) + ".");
        }
        if (!platform.runs(Part.IDENTITY)) {
            throw new Failure("The identity provider is not running: start it with ./lantoa start.");
        }
        String user = arguments.getFirst();
        String token = platform.token(user);
        if (!DemoUser.names().contains(user)) {
            console.warn(user + " is not one of the demo users: the token is a citizen's without rights.");
        }
        console.say(token);
        return 0;
    }

    int exportAudit(List<String> arguments) {
        if (arguments.size() != 2) {
            throw new Failure("Say of which service, and into which file: ./lantoa export-audit units FILE");
        }
        Part service = Part.named(arguments.getFirst())
                .filter(Part::isService)
                .orElseThrow(() -> new Failure("Only units, campaigns and recognition have an audit log."));
        requireRunning();
        new AuditExport(platform).of(service, Path.of(arguments.get(1)));
        console.say("Written to " + arguments.get(1) + "; ./lantoa verify-audit " + arguments.get(1) + " verifies it.");
        return 0;
    }

    int logs(List<String> arguments) {
        only(arguments.stream().filter(argument -> argument.startsWith("-")).toList(), "logs", "-f", "--follow");
        boolean follow = arguments.contains("-f") || arguments.contains("--follow");
        List<Part> parts = new ArrayList<>();
        for (String name : arguments) {
            if (!name.startsWith("-")) {
                parts.add(Part.named(name)
                        .orElseThrow(() -> new Failure("There is no part \"%s\": name one of %s."
                                .formatted(
                                        name,
                                        String.join(
                                                ", ",
                                                Stream.of(Part.values())
                                                        .map(Part::key)
                                                        .toList())))));
            }
        }
        List<String> command = new ArrayList<>(List.of("tail", "-n", parts.size() == 1 ? "100" : "20"));
        if (follow) {
            command.add("-F");
        }
        (parts.isEmpty() ? List.of(Part.values()) : parts)
                .forEach(part -> command.add(platform.log(part).toString()));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new Failure("The logs cannot be shown: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    private List<Part> running() {
        return Stream.of(Part.values()).filter(platform::runs).toList();
    }

    private void requireRunning() {
        for (Part service : Part.SERVICES) {
            if (!platform.runs(service)) {
                throw new Failure(service.title() + " is not running: start it with ./lantoa start.");
            }
        }
    }

    private static void only(List<String> options, String command, String... known) {
        for (String option : options) {
            if (!List.of(known).contains(option)) {
                throw new Failure("./lantoa %s knows no \"%s\"%s."
                        .formatted(command, option, known.length == 0 ? "" : ", only " + String.join(" and ", known)));
            }
        }
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
