package vn.lantoa.recognition.fact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Takes back a fact that should never have been recorded. It stays readable in the history. */
public record WithdrawFact(@NotBlank @Size(max = 1000) String reason) {}
