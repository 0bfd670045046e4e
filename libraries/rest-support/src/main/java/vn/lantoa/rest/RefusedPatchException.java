package vn.lantoa.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.BadRequestException;

/** A patch whose result is not of the wanted shape. */
class RefusedPatchException extends BadRequestException {
    RefusedPatchException(JsonProcessingException cause) {
        super(cause);
    }
}
