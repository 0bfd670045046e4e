package vn.lantoa.units.membership;

import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.units.ConfidentialMembershipRecorded;
import vn.lantoa.events.units.MembershipAnnulled;
import vn.lantoa.events.units.MembershipCorrected;
import vn.lantoa.events.units.MembershipEnded;
import vn.lantoa.events.units.MembershipStarted;
import vn.lantoa.events.units.MembershipState;

/** What is told of a membership, and where: of a confidential line only on the restricted topic. */
enum MembershipEvents {
    STARTED {
        @Override
        DomainEvent told(Act act, MembershipState state) {
            return new MembershipStarted(state.id(), act, state);
        }
    },
    ENDED {
        @Override
        DomainEvent told(Act act, MembershipState state) {
            return new MembershipEnded(state.id(), act, state);
        }
    },
    CORRECTED {
        @Override
        DomainEvent told(Act act, MembershipState state) {
            return new MembershipCorrected(state.id(), act, state);
        }
    },
    ANNULLED {
        @Override
        DomainEvent told(Act act, MembershipState state) {
            return new MembershipAnnulled(state.id(), act, state);
        }

        /** The restricted event has one type for all: a day on which it held would be taken for true. */
        @Override
        MembershipState whispered(MembershipState state) {
            var day = state.validFrom() == null ? state.validTo() : state.validFrom();
            return new MembershipState(state.id(), state.person(), state.unit(), state.line(), state.kind(), day, day);
        }
    };

    abstract DomainEvent told(Act act, MembershipState state);

    MembershipState whispered(MembershipState state) {
        return state;
    }

    final DomainEvent of(Act act, MembershipState state, boolean confidential) {
        return confidential ? new ConfidentialMembershipRecorded(state.id(), act, whispered(state)) : told(act, state);
    }
}
