package vn.lantoa.privacy;

/** The command in a process of its own, for a test that kills it. */
final class RotationProcess {
    private RotationProcess() {}

    public static void main(String... arguments) {
        System.exit(KeyCommands.handle(arguments).orElse(KeyCommands.MISUSED));
    }
}
