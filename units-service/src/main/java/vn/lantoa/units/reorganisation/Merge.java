package vn.lantoa.units.reorganisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** {@code MERGE}: the sources end, a new unit begins, what stood under them stands under it. */
@Schema(description = "kind MERGE: the sources end and become one new unit")
public record Merge(
        @NotNull @Size(min = 1, max = 200) List<@NotNull UUID> sources,
        @NotNull @Valid NewUnit result) implements Operation {
    @Override
    public String way() {
        return "MERGE";
    }

    @Override
    public Operation identified() {
        return new Merge(sources, result.identified());
    }

    @Override
    public List<UUID> ending() {
        return sources;
    }

    @Override
    public String endingAt(int index) {
        return "/sources/" + index;
    }

    @Override
    public List<NewUnit> beginning() {
        return List.of(result);
    }

    @Override
    public String beginningAt(int index) {
        return "/result";
    }

    @Override
    public Map<UUID, UUID> heirs() {
        var heirs = new LinkedHashMap<UUID, UUID>();
        sources.forEach(source -> heirs.put(source, result.requireId()));
        return heirs;
    }

    @Override
    public void act(World world) {
        for (int i = 0; i < sources.size(); i++) {
            world.becomes(sources.get(i), result.requireId(), "MERGE", Portion.WHOLE, null, "/sources/" + i);
        }
    }
}
