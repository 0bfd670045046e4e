package vn.lantoa.client.typescript;

import java.nio.file.Path;

/** Compiles the sources of the npm package; the build fails at the first mistake in them. */
final class Main {
    private Main() {}

    /** @param args the folder of the sources, the folder that is written */
    public static void main(String[] args) {
        var sources = Path.of(args[0]);
        var out = Path.of(args[1]);
        var node = Node.find();
        var mistakes = new TypeScript(node, out.resolveSibling("../typescript").normalize()).compile(sources, out);
        mistakes.forEach(System.err::println);
        if (!mistakes.isEmpty()) {
            System.err.println(mistakes.size() + " mistakes in the TypeScript client, see above");
            System.exit(1);
        }
        System.out.println("The TypeScript client is compiled");
    }
}
