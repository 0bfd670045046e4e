package vn.lantoa.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Every published event, found in the compiled classes so that none can be forgotten. */
final class EveryContract {
    private static final Path CLASSES = Path.of("target/classes");

    private EveryContract() {}

    static List<Class<?>> all() {
        try (var files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                    .<Class<?>>map(EveryContract::load)
                    .filter(type -> type.isAnnotationPresent(Contract.class))
                    .sorted(Comparator.comparing((Class<?> type) -> of(type).topic())
                            .thenComparing(type -> of(type).type()))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static Contract of(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(Contract.class));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, EveryContract.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
