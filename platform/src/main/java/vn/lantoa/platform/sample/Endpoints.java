package vn.lantoa.platform.sample;

import java.net.URI;

/**
 * Where the three services answer, each with its prefix ({@code http://127.0.0.1:28101/api/units/v1}), and which issuer
 * the accounts of the sample users belong to.
 */
public record Endpoints(URI units, URI campaigns, URI recognition, String issuer) {
    /** Services on this machine at their ports. */
    public static Endpoints local(int units, int campaigns, int recognition, String issuer) {
        return new Endpoints(
                URI.create("http://127.0.0.1:" + units + "/api/units/v1"),
                URI.create("http://127.0.0.1:" + campaigns + "/api/campaigns/v1"),
                URI.create("http://127.0.0.1:" + recognition + "/api/recognition/v1"),
                issuer);
    }
}
