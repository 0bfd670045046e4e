package vn.lantoa.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A string in the body with characters that no text here may hold. */
class RefusedTextException extends MismatchedInputException {
    private final String code;

    RefusedTextException(JsonParser parser, String code) {
        super(parser, code, String.class);
        this.code = code;
    }

    String code() {
        return code;
    }
}
