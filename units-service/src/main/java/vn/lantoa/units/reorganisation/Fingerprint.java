package vn.lantoa.units.reorganisation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.succession.Consequence;

/** What enacting would do, in one short text: two previews that say the same have the same one. */
final class Fingerprint {
    private static final int BYTES = 16;

    private final MessageDigest digest = sha256();

    private Fingerprint() {}

    static String of(
            List<Operation> operations, World world, List<ChildRules.Move> moves, List<Consequence> consequences) {
        var print = new Fingerprint();
        print.add(world.day());
        print.add(OperationsJson.write(operations));
        world.ending().forEach(unit -> print.add(unit.id(), unit.version()));
        world.changes()
                .forEach(
                        changes -> print.add(changes.unit().id(), changes.unit().version()));
        moves.stream()
                .map(move -> String.join(
                        " ",
                        move.line(),
                        move.from().toString(),
                        move.child().id().toString(),
                        Long.toString(move.child().version()),
                        String.valueOf(move.to())))
                .sorted()
                .forEach(print::add);
        consequences.stream().map(Consequence::toString).sorted().forEach(print::add);
        world.problems().forEach(print::add);
        return HexFormat.of().formatHex(print.digest.digest(), 0, BYTES);
    }

    private void add(@Nullable Object... values) {
        for (var value : values) {
            digest.update(String.valueOf(value).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
