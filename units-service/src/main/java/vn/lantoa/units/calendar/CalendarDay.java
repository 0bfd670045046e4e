package vn.lantoa.units.calendar;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lantoa.events.units.CalendarDayState;

/** A day that differs from the week. */
@Embeddable
@Schema(description = "A day off besides the weekend, or a rest day worked in exchange")
public record CalendarDay(
        @Schema(examples = "2025-05-02") @NotNull LocalDate day,

        @Schema(examples = "SWAPPED_OFF") @NotNull @Enumerated(EnumType.STRING)
        DayKind kind,

        @Schema(examples = "Nghỉ hoán đổi với ngày 26/4") @NotBlank @Size(max = 200)
        String nameVi,

        @Schema(examples = "Exchanged for 26 April") @NotBlank @Size(max = 200)
        String nameEn,

        @Schema(examples = "Công văn 8726/VPCP-KGVX ngày 26/11/2024") @NotBlank @Size(max = 300)
        String decision,

        @Schema(examples = "CONFIRMED") @NotNull @Enumerated(EnumType.STRING)
        Confidence confidence) {
    CalendarDayState state() {
        return new CalendarDayState(day, kind.name(), kind.working(), nameVi, nameEn, decision, confidence.name());
    }
}
