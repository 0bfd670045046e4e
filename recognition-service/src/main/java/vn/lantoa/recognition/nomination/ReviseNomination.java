package vn.lantoa.recognition.nomination;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;

/** What may change while a nomination is a draft or was returned. */
public record ReviseNomination(
        @Nullable @Size(max = 500) String occasion,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 20) String> statements,

        @PersonalData("ACHIEVEMENT") @Nullable @Size(max = 5000)
        String achievement) {}
