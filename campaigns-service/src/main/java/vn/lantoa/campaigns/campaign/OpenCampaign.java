package vn.lantoa.campaigns.campaign;

import java.util.UUID;

/** A campaign that is launched and cannot be closed before this transaction ends. */
public record OpenCampaign(UUID id, String code, String title, Period period) {}
