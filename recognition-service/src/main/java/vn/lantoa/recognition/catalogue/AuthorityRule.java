package vn.lantoa.recognition.catalogue;

import java.util.List;
import java.util.UUID;

/** Who may sign an award: the posts, at which kinds of units, on which days. */
public record AuthorityRule(
        UUID id,
        String role,
        List<String> postGroups,
        List<String> unitKinds,
        String legalRef,
        Confidence confidence,
        Validity valid) {}
