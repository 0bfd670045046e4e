package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.client.LanToa;
import vn.lantoa.client.units.api.AccessApi;
import vn.lantoa.client.units.api.MembershipsApi;
import vn.lantoa.client.units.api.TransfersApi;
import vn.lantoa.client.units.model.DelegateGrant;
import vn.lantoa.client.units.model.ProposeTransfer;
import vn.lantoa.client.units.model.StartMembership;
import vn.lantoa.client.units.model.TransferStatus;

/** Who belongs where and who acts for whom: memberships, transfers, delegations. */
final class MembershipsLoader {
    private final UnitEntries entries;
    private final List<JsonNode> all;
    private final List<JsonNode> transfers;
    private final List<JsonNode> delegations;
    private final Clients clients;
    private final MembershipsApi memberships;
    private final String administrator;

    MembershipsLoader(UnitEntries entries, Sources sources, Clients clients, String administrator) {
        this.entries = entries;
        this.all = Stream.concat(
                        sources.entries("memberships").stream(),
                        sources.rowsOf("peopleFiles").stream()
                                .flatMap(row -> Stream.of(
                                                belonging(row, "unit", "firstDay", null),
                                                belonging(row, "party", "partyFirstDay", "PARTY"))
                                        .filter(Objects::nonNull)))
                .toList();
        this.transfers = sources.entries("transfers");
        this.delegations = sources.entries("delegations");
        this.clients = clients;
        this.memberships = new MembershipsApi(clients.as(administrator).units());
        this.administrator = administrator;
    }

    private static @Nullable JsonNode belonging(
            Map<String, String> row, String unit, String firstDay, @Nullable String line) {
        var where = row.getOrDefault(unit, "");
        if (where.isEmpty()) {
            return null;
        }
        var entry = JsonNodeFactory.instance
                .objectNode()
                .put("person", row.get("key"))
                .put("unit", where)
                .put("firstDay", row.get(firstDay))
                .put("reason", line == null ? "RECRUITED" : "ADMITTED");
        return line == null ? entry : entry.put("line", line);
    }

    /** Those that reorganisations are to move. */
    int startEarly() {
        return start(false);
    }

    /** Those at units that mergers made, or begun since. */
    int startLate() {
        return start(true);
    }

    private int start(boolean late) {
        var now = all.stream()
                .filter(entry -> entries.late(Json.text(entry, "unit"), Json.date(entry, "firstDay")) == late)
                .toList();
        Parallel.forEach(now, this::start);
        return now.size();
    }

    private void start(JsonNode entry) {
        var key = Json.text(entry, "person") + Json.text(entry, "unit") + Json.optional(entry, "line");
        var person = PeopleLoader.id(Json.text(entry, "person"));
        var id = Keys.id("membership", key);
        var membership = Forms.read(entry, StartMembership.class, "person").id(id);
        var path = "/persons/" + person + "/memberships";
        Clients.create(
                administrator,
                () -> memberships.startMembership(person, membership, Keys.creation(administrator, path, key)),
                () -> Clients.found(() -> memberships.getMembership(id, person, null)));
    }

    int transferAll() {
        Parallel.forEach(transfers, this::transfer);
        return transfers.size();
    }

    private void transfer(JsonNode entry) {
        var by = Json.text(entry, "by");
        var key = Json.text(entry, "person") + Json.text(entry, "to");
        var id = Keys.id("transfer", key);
        var api = new TransfersApi(clients.as(by).units());
        var proposal =
                Forms.read(entry, ProposeTransfer.class, "by", "acceptedBy").id(id);
        Clients.create(
                by,
                () -> api.proposeTransfer(proposal, Keys.creation(by, "/transfers", key)),
                () -> Clients.found(() -> api.getTransfer(id, null)));
        var accepting = Json.optional(entry, "acceptedBy");
        if (accepting == null) {
            return;
        }
        var other = new TransfersApi(clients.as(accepting).units());
        Clients.ask(accepting, () -> {
            var now = other.getTransfer(id, null);
            if (now.getStatus() != TransferStatus.PROPOSED) {
                return now;
            }
            var tag = LanToa.version(now.getVersion());
            return other.acceptTransfer(id, tag, Keys.act(accepting, "/transfers/" + id, "accept", key, tag));
        });
    }

    int delegateAll() {
        delegations.forEach(this::delegate);
        return delegations.size();
    }

    /** Of a grant as it stands after the reorganisations. */
    private void delegate(JsonNode entry) {
        var holder = Json.text(entry, "holder");
        var unit = Json.text(entry, "unit");
        var key = holder + unit + Json.text(entry, "delegate");
        var id = Keys.id("role-grant", key);
        var reading = new AccessApi(clients.as(administrator).units());
        var granted = AccessApi.APIListRoleGrantsRequest.newBuilder()
                .person(PeopleLoader.id(holder))
                .unit(UnitEntry.id(unit))
                .role(Json.text(entry, "role"))
                .asOf(Json.day(entry, "firstDay"))
                .build();
        var grants = Clients.ask(administrator, () -> reading.listRoleGrants(granted))
                .getItems();
        if (grants.isEmpty()) {
            throw new LoadFailure("There is nothing to delegate: " + entry);
        }
        var grant = grants.getFirst().getId();
        var delegation =
                Forms.read(entry, DelegateGrant.class, "holder", "role", "unit").id(id);
        var path = "/role-grants/" + grant + "/delegate";
        Clients.create(
                holder,
                () -> new AccessApi(clients.as(holder).units())
                        .delegateRoleGrant(grant, delegation, Keys.creation(holder, path, key)),
                () -> Clients.found(() -> reading.getRoleGrant(id, null)));
    }
}
