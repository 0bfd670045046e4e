package vn.lantoa.units.reorganisation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that a reorganisation does. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Merge.class, name = "MERGE"),
    @JsonSubTypes.Type(value = Dissolve.class, name = "DISSOLVE")
})
@Schema(
        oneOf = {Merge.class, Dissolve.class},
        discriminatorProperty = "kind",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "MERGE", schema = Merge.class),
            @DiscriminatorMapping(value = "DISSOLVE", schema = Dissolve.class)
        })
public sealed interface Operation permits Merge, Dissolve {
    /** The units that end by it. */
    List<UUID> ending();

    /** The units that begin by it, once every result has its id. */
    List<UUID> beginning();
}
