package vn.lantoa.units.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import vn.lantoa.problems.FieldError;
import vn.lantoa.units.role.RoleGrant;
import vn.lantoa.units.role.RoleGrants;
import vn.lantoa.units.succession.Consequence;
import vn.lantoa.units.succession.Enactment;
import vn.lantoa.units.succession.Succession;
import vn.lantoa.units.succession.UnitDependants;

/** Nobody has a role over a unit that is no more. */
@ApplicationScoped
class GrantsEnd implements UnitDependants {
    private final RoleGrants grants;

    GrantsEnd(RoleGrants grants) {
        this.grants = grants;
    }

    @Override
    public List<Consequence> consequences(Succession succession) {
        return grants.reaching(succession.ending(), succession.day()).stream()
                .map(grant -> consequence(grant, succession))
                .toList();
    }

    private static Consequence consequence(RoleGrant grant, Succession succession) {
        var ends = grant.period().startsBefore(succession.day());
        return new Consequence(
                "role-grant",
                grant.id(),
                ends ? Consequence.Effect.ENDS : Consequence.Effect.REFUSES,
                Objects.requireNonNull(grant.unit()),
                null,
                grant.person(),
                grant.role(),
                ends ? null : FieldError.at("", "grant-begins-later", grant.id()));
    }

    @Override
    public void carryOut(Succession succession, Enactment enactment) {
        grants.reaching(succession.ending(), succession.day())
                .forEach(grant ->
                        grants.end(grant, succession.day(), enactment.by(), enactment.at(), enactment.document()));
    }

    @Override
    public void annul(Succession succession, Enactment annulment) {}
}
