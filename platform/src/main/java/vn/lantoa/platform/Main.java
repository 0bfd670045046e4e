package vn.lantoa.platform;

import java.util.Arrays;
import java.util.List;
import vn.lantoa.platform.sample.LoadFailure;

/** {@code ./lantoa <command>}; the script builds, this does the rest. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        List<String> all = Arrays.asList(arguments);
        String command = all.isEmpty() ? "help" : all.getFirst();
        List<String> rest = all.isEmpty() ? List.of() : all.subList(1, all.size());
        try {
            System.exit(run(command, rest));
        } catch (Failure | LoadFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        } catch (RuntimeException unexpected) {
            System.err.println("./lantoa " + command + " failed: " + firstCause(unexpected) + "; more is in "
                    + Logs.keep(Settings.fromEnvironment().home(), unexpected) + ".");
            System.exit(1);
        }
    }

    private static Throwable firstCause(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : firstCause(cause);
    }

    private static int run(String command, List<String> rest) {
        Commands commands = new Commands(Settings.fromEnvironment());
        return switch (command) {
            case "start" -> commands.start(rest);
            case "stop" -> commands.stop(rest);
            case "status" -> commands.status(rest);
            case "reset" -> commands.reset(rest);
            case "load" -> commands.load(rest);
            case "token" -> commands.token(rest);
            case "export-audit" -> commands.exportAudit(rest);
            case "logs" -> commands.logs(rest);
            default -> throw new Failure("There is no command \"%s\": ./lantoa help lists them.".formatted(command));
        };
    }
}
