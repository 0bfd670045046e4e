package vn.lantoa.events;

import static vn.lantoa.events.Samples.act;
import static vn.lantoa.events.Samples.id;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.AccountLinked;
import vn.lantoa.events.units.AccountState;
import vn.lantoa.events.units.AccountUnlinked;
import vn.lantoa.events.units.MachineClientChanged;
import vn.lantoa.events.units.MachineClientGrantState;
import vn.lantoa.events.units.MachineClientRegistered;
import vn.lantoa.events.units.MachineClientRevoked;
import vn.lantoa.events.units.MachineClientState;
import vn.lantoa.events.units.PostAssigned;
import vn.lantoa.events.units.PostEnded;
import vn.lantoa.events.units.PostState;
import vn.lantoa.events.units.RelativeDeclared;
import vn.lantoa.events.units.RelativeEnded;
import vn.lantoa.events.units.RelativeErased;
import vn.lantoa.events.units.RelativeState;
import vn.lantoa.events.units.RoleDefined;
import vn.lantoa.events.units.RoleGrantEnded;
import vn.lantoa.events.units.RoleGrantState;
import vn.lantoa.events.units.RoleGranted;
import vn.lantoa.events.units.RolePermissionState;
import vn.lantoa.events.units.RoleState;

/** What travels encrypted: accounts, posts, roles, grants and declared relatives. */
final class RightsSamples {
    private static final UUID ACCOUNT = id("0197a1b0-8100-7276-9f95-a3b4c5d6e701");
    private static final UUID POST = id("0197a1b0-8100-7276-9f95-a3b4c5d6e702");
    private static final UUID GRANT = id("0197a1b0-8100-7276-9f95-a3b4c5d6e703");
    private static final UUID ROLE = id("0197a1b0-8100-7276-9f95-a3b4c5d6e704");
    private static final UUID CLIENT = id("0197a1b0-8100-7276-9f95-a3b4c5d6e705");
    private static final UUID RELATIVE = id("0197a1b0-8100-7276-9f95-a3b4c5d6e706");
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 7, 1);
    private static final LocalDate OVER = LocalDate.of(2026, 1, 1);

    private RightsSamples() {}

    static List<DomainEvent> all() {
        return List.of(
                new AccountLinked(ACCOUNT, act("account.link", "2025-07-01T01:00:00Z", Samples.OFFICER), account(null)),
                new AccountUnlinked(
                        ACCOUNT, act("account.unlink", "2025-12-30T08:00:00Z", Samples.OFFICER), account(OVER)),
                new PostAssigned(POST, act("post.assign", "2025-07-01T01:05:00Z", Samples.OFFICER), post(null)),
                new PostEnded(
                        POST,
                        act("post.end", "2025-12-30T08:05:00Z", Samples.OFFICER, "Nghỉ hưu theo chế độ"),
                        post(OVER)),
                new RoleDefined(
                        ROLE,
                        act("role.define", "2025-06-30T17:00:00Z", null),
                        new RoleState(
                                ROLE,
                                "EMULATION_OFFICER",
                                "Cán bộ thi đua",
                                "Emulation officer",
                                List.of(
                                        new RolePermissionState("nomination.submit", "SUBTREE", null, null),
                                        new RolePermissionState("unit.read", "PROVINCE", FIRST_DAY, OVER)))),
                new RoleGranted(GRANT, act("role-grant.grant", "2025-07-01T01:10:00Z", Samples.OFFICER), grant(null)),
                new RoleGrantEnded(
                        GRANT,
                        act("role-grant.end", "2025-12-30T08:10:00Z", Samples.OFFICER, "Chuyển công tác"),
                        grant(OVER)),
                new MachineClientRegistered(
                        CLIENT, act("machine-client.register", "2025-07-01T02:00:00Z", Samples.OFFICER), client(null)),
                new MachineClientChanged(
                        CLIENT, act("machine-client.grant", "2025-07-01T02:05:00Z", Samples.OFFICER), client(null)),
                new MachineClientRevoked(
                        CLIENT,
                        act("machine-client.revoke", "2025-12-30T08:20:00Z", Samples.OFFICER, "Hết thời hạn kết nối"),
                        client(OVER)),
                new RelativeDeclared(
                        RELATIVE, act("relative.declare", "2025-07-01T02:10:00Z", Samples.LEADER), relative(null)),
                new RelativeEnded(
                        RELATIVE, act("relative.end", "2025-12-30T08:30:00Z", Samples.LEADER), relative(OVER)),
                new RelativeErased(
                        RELATIVE,
                        act("relative.erase", "2026-02-02T03:00:00Z", Samples.OFFICER),
                        RelativeState.erased(RELATIVE)));
    }

    private static RelativeState relative(@Nullable LocalDate until) {
        return new RelativeState(RELATIVE, Samples.LEADER, Samples.MEMBER, FIRST_DAY, until);
    }

    private static MachineClientState client(@Nullable LocalDate until) {
        return new MachineClientState(
                CLIENT,
                "Trục liên thông văn bản tỉnh",
                "https://dinhdanh.example.vn/lantoa",
                "service-account-truc-lien-thong",
                FIRST_DAY,
                until,
                List.of(new MachineClientGrantState(
                        GRANT, "unit.read", Samples.THUC_PHAN, "ADMINISTRATIVE", FIRST_DAY, OVER)));
    }

    private static AccountState account(@Nullable LocalDate until) {
        return new AccountState(
                ACCOUNT, Samples.LEADER, "https://dinhdanh.example.vn/lantoa", "chu-tich-thuc-phan", FIRST_DAY, until);
    }

    private static PostState post(@Nullable LocalDate until) {
        return new PostState(
                POST,
                Samples.LEADER,
                Samples.THUC_PHAN,
                "Chủ tịch Ủy ban nhân dân phường Thục Phán",
                "COMMUNE_CHAIR",
                true,
                FIRST_DAY,
                until,
                "REGULAR");
    }

    private static RoleGrantState grant(@Nullable LocalDate until) {
        return new RoleGrantState(
                GRANT,
                Samples.MEMBER,
                "EMULATION_OFFICER",
                Samples.THUC_PHAN,
                "ADMINISTRATIVE",
                FIRST_DAY,
                until,
                "12/QĐ-UBND",
                POST,
                new UUID(0x0190000000007000L, 0x8000000000000071L),
                new UUID(0x0190000000007000L, 0x8000000000000072L),
                Samples.MEMBER);
    }
}
