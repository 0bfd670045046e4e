package vn.lantoa.rest;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * The framework answers an address that is no URI with a bare 400 before any handler, unless this property is set when its
 * HTTP server is made: it is set with the configuration, which comes first. {@link HttpEdge} judges addresses then.
 */
public final class AddressesAreOurs implements SmallRyeConfigBuilderCustomizer {
    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
