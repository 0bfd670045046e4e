package vn.lantoa.units.bulk;

import jakarta.ws.rs.core.MediaType;

/** How a file is written. */
public enum FileFormat {
    CSV("text/csv;charset=UTF-8", "csv"),
    XLSX(FileFormat.SPREADSHEET, "xlsx");

    static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String COMMA_SEPARATED = "text/csv";

    private final String mediaType;
    private final String extension;

    FileFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }

    static FileFormat of(MediaType type) {
        return type.getSubtype().equalsIgnoreCase("csv") ? CSV : XLSX;
    }
}
