package vn.lantoa.campaigns.campaign;

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
 */
public record CampaignProgress(
        UUID campaign,
        long responses,
        Map<String, Long> registrations,
        long registeredUnits,
        long registeredPersons,
        Map<String, Long> outcomes) {}
