package vn.lantoa.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param unknown the first name that is none
 */
record Choice(boolean list, boolean quick, List<Scenario> scenarios, Optional<String> unknown) {

    /** Without names all of ours, or those {@code --scale} alone; {@code --peers} adds the peers that stand beside them; a peer may be named too. */
    static Choice of(List<String> words, List<Scenario> ours, List<Scenario> peers) {
        var names = words.stream()
                .filter(word -> !word.startsWith("--"))
                .map(word -> word.toUpperCase(Locale.ROOT))
                .toList();
        var chosen = new ArrayList<>(ours.stream()
                .filter(scenario -> names.contains(scenario.name())
                        || names.isEmpty() && (scenario.atScale() || !words.contains("--scale")))
                .toList());
        peers.stream()
                .filter(peer -> names.contains(peer.name())
                        || words.contains("--peers")
                                && (names.isEmpty() && !words.contains("--scale")
                                        || peer.besides().stream().anyMatch(names::contains)))
                .forEach(chosen::add);
        var options = List.of("--list", "--quick", "--peers", "--scale");
        var unknown = Stream.concat(
                        words.stream().filter(word -> word.startsWith("--") && !options.contains(word)),
                        names.stream()
                                .filter(name -> Stream.concat(ours.stream(), peers.stream())
                                        .noneMatch(scenario -> scenario.name().equals(name))))
                .findFirst();
        return new Choice(words.contains("--list"), words.contains("--quick"), chosen, unknown);
    }
}
