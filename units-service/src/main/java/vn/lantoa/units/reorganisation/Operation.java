package vn.lantoa.units.reorganisation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lantoa.units.succession.Succession;

/**
 * One thing that a reorganisation does. All operations of a document happen at once on its day: what one makes, another may
 * name, in any order.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Establish.class, name = "ESTABLISH"),
    @JsonSubTypes.Type(value = Merge.class, name = "MERGE"),
    @JsonSubTypes.Type(value = Split.class, name = "SPLIT"),
    @JsonSubTypes.Type(value = Rename.class, name = "RENAME"),
    @JsonSubTypes.Type(value = Recode.class, name = "RECODE"),
    @JsonSubTypes.Type(value = ChangeKind.class, name = "CHANGE_KIND"),
    @JsonSubTypes.Type(value = Reparent.class, name = "REPARENT"),
    @JsonSubTypes.Type(value = Dissolve.class, name = "DISSOLVE"),
    @JsonSubTypes.Type(value = HandOver.class, name = "TRANSFER")
})
@Schema(
        oneOf = {
            Establish.class,
            Merge.class,
            Split.class,
            Rename.class,
            Recode.class,
            ChangeKind.class,
            Reparent.class,
            Dissolve.class,
            HandOver.class
        },
        discriminatorProperty = "kind",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "ESTABLISH", schema = Establish.class),
            @DiscriminatorMapping(value = "MERGE", schema = Merge.class),
            @DiscriminatorMapping(value = "SPLIT", schema = Split.class),
            @DiscriminatorMapping(value = "RENAME", schema = Rename.class),
            @DiscriminatorMapping(value = "RECODE", schema = Recode.class),
            @DiscriminatorMapping(value = "CHANGE_KIND", schema = ChangeKind.class),
            @DiscriminatorMapping(value = "REPARENT", schema = Reparent.class),
            @DiscriminatorMapping(value = "DISSOLVE", schema = Dissolve.class),
            @DiscriminatorMapping(value = "TRANSFER", schema = HandOver.class)
        })
public sealed interface Operation
        permits Establish, Merge, Split, Rename, Recode, ChangeKind, Reparent, Dissolve, HandOver {
    /** Why units begin and end by it; code list unit-reasons. */
    default String way() {
        return "OTHER";
    }

    /** The same with an id for each unit that begins by it. */
    default Operation identified() {
        return this;
    }

    /** The units that end by it. */
    default List<UUID> ending() {
        return List.of();
    }

    /** Where in the operation an ending unit is named. */
    default String endingAt(int index) {
        return "/unit";
    }

    /** The units that begin by it. */
    default List<NewUnit> beginning() {
        return List.of();
    }

    /** Where in the operation a unit that begins is described. */
    default String beginningAt(int index) {
        return "/unit";
    }

    /** The units that go on and change by it, or give something away. */
    default List<UUID> changing() {
        return List.of();
    }

    /** The units that it leans on: parents, successors, receivers. */
    default List<UUID> naming() {
        return List.of();
    }

    /** The codes that it gives to units that go on. */
    default List<NewIdentifier> taking() {
        return List.of();
    }

    /** Which one unit goes on with all that hangs on an ending one. */
    default Map<UUID, UUID> heirs() {
        return Map.of();
    }

    /** The same for whoever is not to know which persons it names. */
    default Operation withoutNames() {
        return this;
    }

    /** Members and posts that pass over by name. */
    default Optional<Succession.Handover> handover() {
        return Optional.empty();
    }

    /** What they all say together of what passes on. */
    static Succession succession(LocalDate day, List<Operation> operations) {
        var ending = new LinkedHashSet<UUID>();
        var heirs = new LinkedHashMap<UUID, UUID>();
        var handovers = new ArrayList<Succession.Handover>();
        for (var operation : operations) {
            ending.addAll(operation.ending());
            heirs.putAll(operation.heirs());
            operation.handover().ifPresent(handovers::add);
        }
        return new Succession(day, ending, heirs, handovers);
    }

    /** Does it to the working state, which knows already what ends and begins by the whole document. */
    void act(World world);
}
