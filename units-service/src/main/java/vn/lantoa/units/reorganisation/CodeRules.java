package vn.lantoa.units.reorganisation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.unit.IdentifierSchemes;
import vn.lantoa.units.unit.UnitIdentifier;
import vn.lantoa.units.unit.Units;

/** Codes that units take: each by one only, and borne from that day on by none that keeps it. */
final class CodeRules {
    private record Taken(UUID unit, String scheme, String value, String pointer) {
        List<String> key() {
            return List.of(scheme, value);
        }
    }

    private CodeRules() {}

    static void check(World world, Units units, IdentifierSchemes schemes) {
        var taken = taken(world);
        var values = taken.stream().map(Taken::value).collect(Collectors.toSet());
        var kept = units.bearersOf(values).stream()
                .filter(code -> code.period().reaches(world.day()) && !givenUp(world, code))
                .map(code -> List.of(code.scheme(), code.value()))
                .collect(Collectors.toSet());
        var given = new HashSet<List<String>>();
        for (var code : taken) {
            schemes.check(code.scheme(), code.value(), code.pointer(), world.problems());
            if (!given.add(code.key()) || kept.contains(code.key())) {
                world.problemAt(code.pointer(), "code-taken", code.scheme(), code.value());
            }
        }
    }

    private static boolean givenUp(World world, UnitIdentifier code) {
        if (!code.period().startsBefore(world.day())) {
            return false;
        }
        var changes = world.changesOf(code.bearer());
        return world.ends(code.bearer()) || (changes != null && changes.codes().containsKey(code.scheme()));
    }

    private static List<Taken> taken(World world) {
        var taken = new ArrayList<Taken>();
        for (var begun : world.beginning()) {
            Set<String> schemes = new HashSet<>();
            var codes = begun.unit().identifiersOrNone();
            for (int i = 0; i < codes.size(); i++) {
                var scheme = codes.get(i).schemeOrDefault();
                var pointer = begun.pointer() + "/identifiers/" + i;
                if (schemes.add(scheme)) {
                    taken.add(new Taken(
                            begun.unit().requireId(), scheme, codes.get(i).value(), pointer));
                } else {
                    world.problemAt(pointer, "scheme-twice", scheme);
                }
            }
        }
        for (var changes : world.changes()) {
            changes.codes()
                    .forEach((scheme, code) -> add(taken, changes.unit().id(), scheme, code.value(), code.pointer()));
        }
        return taken;
    }

    private static void add(List<Taken> taken, UUID unit, String scheme, @Nullable String value, String pointer) {
        if (value != null) {
            taken.add(new Taken(unit, scheme, value, pointer));
        }
    }
}
