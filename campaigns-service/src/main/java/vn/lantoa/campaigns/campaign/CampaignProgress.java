package vn.lantoa.campaigns.campaign;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How far a campaign has come.
 *
 * @param responses units that took it up
 * @param registrations by status, every status named
 * @param registeredUnits registrations by units themselves
 * @param registeredPersons registrations by persons
 * @param outcomes of the latest reviews, every outcome named
 * @param withheld figures that are so small that they would tell of single persons, or that such a figure could be told from:
 *     zero stands in their place. Empty for who may read the registrations
 */
public record CampaignProgress(
        UUID campaign,
        long responses,
        Map<String, Long> registrations,
        long registeredUnits,
        long registeredPersons,
        Map<String, Long> outcomes,
        List<String> withheld) {}
