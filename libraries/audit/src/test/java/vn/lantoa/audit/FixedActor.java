package vn.lantoa.audit;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

@Singleton
public class FixedActor implements Actor {
    static final UUID PERSON = UUID.fromString("01900000-0000-7000-8000-000000000001");
    static final UUID PRINCIPAL = UUID.fromString("01900000-0000-7000-8000-000000000002");

    @Override
    public String account() {
        return "https://id.example anna";
    }

    @Override
    public Optional<UUID> person() {
        return Optional.of(PERSON);
    }

    @Override
    public Optional<UUID> actingFor() {
        return Optional.of(PRINCIPAL);
    }
}
