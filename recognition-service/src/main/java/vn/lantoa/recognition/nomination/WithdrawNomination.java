package vn.lantoa.recognition.nomination;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Takes a nomination back before it is decided. */
public record WithdrawNomination(@NotBlank @Size(max = 2000) String reason) {}
