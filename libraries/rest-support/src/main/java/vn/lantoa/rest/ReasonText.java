package vn.lantoa.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is so, for people. */
public record ReasonText(
        @Schema(examples = "Quyền campaign.launch của bạn không bao gồm đơn vị này.")
        String vi,

        @Schema(examples = "Your permission campaign.launch does not cover this unit.")
        String en) {
    private static final ProblemTexts TEXTS = new ProblemTexts();

    /** The detail of the problem of that code. */
    public static ReasonText ofProblem(String code, List<Object> args) {
        return new ReasonText(TEXTS.detail(code, args, Languages.VI), TEXTS.detail(code, args, Languages.EN));
    }

    /** The words of the field code; where there are none, of the problem of that code. */
    public static ReasonText of(String code, Object... args) {
        var values = List.of(args);
        return TEXTS.knowsField(code)
                ? new ReasonText(TEXTS.field(code, values, Languages.VI), TEXTS.field(code, values, Languages.EN))
                : ofProblem(code, values);
    }
}
