package vn.lantoa.access;

import jakarta.enterprise.context.ApplicationScoped;

/** What an account may do today, for work that goes on after its request. Rights that were taken away meanwhile are gone. */
@ApplicationScoped
public class AccountRights {
    private final RightsLookup lookup;
    private final RightsAge age;

    AccountRights(RightsLookup lookup, RightsAge age) {
        this.lookup = lookup;
        this.age = age;
    }

    /**
     * Where the permission holds today.
     *
     * @param account as {@link Caller#account()} named it: issuer and subject joined by a blank
     */
    public Reach reach(String account, String permission) {
        int blank = account.indexOf(' ');
        if (blank < 0) {
            return HeldRights.NONE.reach(permission);
        }
        var rights = lookup.of(new Account(account.substring(0, blank), account.substring(blank + 1)));
        var reach = rights.reach(permission);
        if (reach.everywhere() || !reach.roots().isEmpty()) {
            age.requireUsable(rights, permission);
        }
        return reach;
    }
}
