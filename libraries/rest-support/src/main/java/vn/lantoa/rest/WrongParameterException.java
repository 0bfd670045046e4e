package vn.lantoa.rest;

import jakarta.ws.rs.BadRequestException;

/** A parameter that is not what it should be; which one, the request tells by its value. */
class WrongParameterException extends BadRequestException {
    private final String text;
    private final String code;

    WrongParameterException(String text, String code) {
        super(code);
        this.text = text;
        this.code = code;
    }

    String text() {
        return text;
    }

    String code() {
        return code;
    }
}
