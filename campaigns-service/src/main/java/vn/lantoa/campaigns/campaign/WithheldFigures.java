package vn.lantoa.campaigns.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lantoa.privacy.SmallCells;

/** Figures of a campaign for readers who may not read the registrations they count: where persons registered, no small ones. */
@ApplicationScoped
class WithheldFigures {
    private static final String UNITS = "registeredUnits";
    private static final String PERSONS = "registeredPersons";
    private static final String REGISTRATIONS = "registrations.";
    private static final String OUTCOMES = "outcomes.";
    private static final String REVIEWED = "REVIEWED";

    private final SmallCells smallCells;

    WithheldFigures(SmallCells smallCells) {
        this.smallCells = smallCells;
    }

    CampaignProgress of(CampaignProgress progress) {
        if (progress.registeredPersons() == 0) {
            return progress;
        }
        var kinds =
                smallCells.withTotal(Map.of(UNITS, progress.registeredUnits(), PERSONS, progress.registeredPersons()));
        var statuses = smallCells.withTotal(progress.registrations());
        var outcomes = smallCells.withTotal(progress.outcomes());
        // the outcomes add up to what was reviewed: where that is withheld they all are
        var shownOutcomes = statuses.withholds(REVIEWED) ? Map.<String, Long>of() : outcomes.cells();
        var withheld = new ArrayList<String>();
        return new CampaignProgress(
                progress.campaign(),
                progress.responses(),
                shown(progress.registrations(), statuses.cells(), REGISTRATIONS, withheld),
                shown(UNITS, kinds, withheld),
                shown(PERSONS, kinds, withheld),
                shown(progress.outcomes(), shownOutcomes, OUTCOMES, withheld),
                withheld);
    }

    private static long shown(String figure, SmallCells.Shown<String> kinds, List<String> withheld) {
        var count = kinds.cells().get(figure);
        if (count == null) {
            withheld.add(figure);
            return 0;
        }
        return count;
    }

    private static Map<String, Long> shown(
            Map<String, Long> figures, Map<String, Long> cells, String prefix, List<String> withheld) {
        var shown = new LinkedHashMap<String, Long>();
        figures.keySet().forEach(figure -> {
            var count = cells.get(figure);
            if (count == null) {
                withheld.add(prefix + figure);
            }
            shown.put(figure, count == null ? 0 : count);
        });
        return shown;
    }
}
