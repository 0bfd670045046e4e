'use strict';
const path = require('node:path');
const { pathToFileURL } = require('node:url');

/** What a user of the package does, told to a service that a test plays. */
exports.main = async ({ dist, origin }) => {
    const load = (file) => import(pathToFileURL(path.join(dist, file)).href);
    const { LanToa, Problem, pages } = await load('index.js');
    const { UnitsApi } = await load('units/index.js');
    const { CampaignsApi } = await load('campaigns/index.js');
    const lantoa = new LanToa({ origin, token: () => 'secret' });
    const units = new UnitsApi(lantoa.units);
    const names = [];
    for await (const unit of pages((cursor) => units.listUnits({ q: 'quang trọng', cursor }))) {
        names.push(unit.name);
    }
    const registered = await units.registerUnit({ registerUnit: { name: 'Xã Minh Khai', kind: 'COMMUNE', sector: 'TERRITORY' } });
    try {
        await new CampaignsApi(lantoa.campaigns).reviseCampaign({ id: 'x', ifMatch: '"3"', reviseCampaign: { objective: null } });
        return { names, registered: registered.name };
    } catch (refused) {
        if (!(refused instanceof Problem)) {
            throw refused;
        }
        return { names, registered: registered.name, problem: { code: refused.code, status: refused.status } };
    }
};
