package vn.lantoa.recognition.decision;

import java.util.UUID;

/** The post that somebody held on the day, and the rule that lets it sign. */
record Authority(UUID signer, String post, UUID rule, String legalRef) {}
