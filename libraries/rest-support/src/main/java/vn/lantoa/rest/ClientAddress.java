package vn.lantoa.rest;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * From where a request comes, as limits tell clients apart: an address of IPv4, or the network of one of IPv6 (its first 64
 * bits), of which whoever has one address usually has them all.
 */
final class ClientAddress {
    private static final int NETWORK_BYTES = 8;
    private static final String UNKNOWN = "unknown";

    private ClientAddress() {}

    static String of(HttpServerRequest request) {
        var address = request.remoteAddress();
        var literal = address == null ? null : address.hostAddress();
        return literal == null ? UNKNOWN : of(literal);
    }

    /** What is no literal address counts as one client: nobody makes new ones by inventing names. */
    static String of(String literal) {
        if (literal.indexOf(':') < 0) {
            return literal.matches("\\d{1,3}(\\.\\d{1,3}){3}") ? literal : UNKNOWN;
        }
        try {
            var bytes = InetAddress.ofLiteral(literal).getAddress();
            return bytes.length == 4
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
        } catch (IllegalArgumentException | UnknownHostException noAddress) {
            return UNKNOWN;
        }
    }
}
