package vn.lantoa.audit;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.rest.ClientName;

/** Where nobody knows persons, the name of the client is all there is. */
@DefaultBean
@Singleton
class NobodyKnown implements Actor {
    private final ClientName client;

    NobodyKnown(ClientName client) {
        this.client = client;
    }

    @Override
    public String account() {
        return client.get();
    }

    @Override
    public Optional<UUID> person() {
        return Optional.empty();
    }

    @Override
    public Optional<UUID> actingFor() {
        return Optional.empty();
    }
}
