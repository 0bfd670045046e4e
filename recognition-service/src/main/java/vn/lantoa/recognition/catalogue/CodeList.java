package vn.lantoa.recognition.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code list as it is shown. */
public record CodeList(@Schema(examples = "rating") String name, List<Item> items) {
    static CodeList of(String name, List<CodeValue> values) {
        return new CodeList(
                name,
                values.stream()
                        .map(value -> new Item(value.code(), new Label(value.vi(), value.en())))
                        .toList());
    }

    /** A code with its label. */
    public record Item(@Schema(examples = "HTXS") String code, Label label) {}

    /** A text in both languages. */
    public record Label(
            @Schema(examples = "Hoàn thành xuất sắc nhiệm vụ")
            String vi,

            @Schema(examples = "Tasks completed excellently")
            String en) {}
}
