package vn.lantoa.platform;

/** Lines for the person at the keyboard. */
final class Console {

    void say(String line) {
        System.out.println(line);
    }

    void warn(String line) {
        System.err.println(line);
    }

    void ask(String question) {
        System.out.print(question);
        System.out.flush();
    }
}
