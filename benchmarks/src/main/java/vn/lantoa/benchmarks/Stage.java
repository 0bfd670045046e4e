package vn.lantoa.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lantoa.platform.Part;
import vn.lantoa.platform.Platform;

/** Where registrations are written: replicated units, campaigns that run, and a mark for this run's keys. */
record Stage(List<UUID> units, List<UUID> campaigns, String run) {
    private static final int REGISTRATIONS_EACH = 100_000;

    UUID campaignFor(int n) {
        return campaigns.get(n / REGISTRATIONS_EACH % campaigns.size());
    }

    /** Made over HTTP. */
    static Stage make(Platform platform, UUID top) {
        var units = new ArrayList<UUID>();
        for (int i = 0; i < 400; i++) {
            units.add(Setup.create(platform, Part.UNITS, "admin", "/units", """
                    {"name":"Sở thi đua %d","kind":"DEPARTMENT","sector":"STATE","validFrom":"1945-09-02",
                     "placements":[{"line":"ADMINISTRATIVE","parent":"%s","validFrom":"1945-09-02"}]}""".formatted(i, top)));
        }
        official(platform, "bench-officer", "EMULATION_OFFICER", top);
        official(platform, "bench-leader", "LEADER", top);
        var campaigns = new ArrayList<UUID>();
        for (int i = 0; i < 12; i++) {
            campaigns.add(launchedCampaign(platform, top, i));
        }
        return new Stage(units, campaigns, UUID.randomUUID().toString().substring(0, 8));
    }

    private static void official(Platform platform, String account, String role, UUID unit) {
        var person = Setup.create(platform, Part.UNITS, "admin", "/persons", "{\"name\":\"%s\"}".formatted(account));
        Setup.create(
                platform,
                Part.UNITS,
                "admin",
                "/persons/" + person + "/accounts",
                "{\"issuer\":\"%s\",\"subject\":\"%s\"}"
                        .formatted(platform.endpoints().issuer(), account));
        Setup.create(
                platform,
                Part.UNITS,
                "admin",
                "/role-grants",
                "{\"person\":\"%s\",\"role\":\"%s\",\"unit\":\"%s\"}".formatted(person, role, unit));
    }

    private static UUID launchedCampaign(Platform platform, UUID organiser, int n) {
        var id = Setup.create(platform, Part.CAMPAIGNS, "bench-officer", "/campaigns", """
                {"code":"BM-%d","title":"Thi đua đo tải %d","kind":"REGULAR","launchLevel":"PROVINCE","organiser":"%s",
                 "startsOn":"1950-01-01","endsOn":"2200-01-01"}""".formatted(n, n, organiser));
        act(platform, "bench-officer", id, "submit", 0);
        act(platform, "bench-leader", id, "approve", 1);
        act(platform, "bench-leader", id, "launch", 2);
        return id;
    }

    private static void act(Platform platform, String user, UUID campaign, String act, int version) {
        Setup.act(platform, Part.CAMPAIGNS, user, "/campaigns/" + campaign + "/" + act, version);
    }
}
