package vn.lantoa.campaigns;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Instant;
import vn.lantoa.events.Contract;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.outbox.EventHandler;
import vn.lantoa.outbox.ReceivedEvent;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.ToldUnits;

/** Fills the replicas as if units-service had spoken. */
@Singleton
public class TestUnits extends ToldUnits {
    private final Instance<EventHandler> handlers;
    private final ObjectMapper mapper;

    TestUnits(@Any Instance<EventHandler> handlers, ObjectMapper mapper) {
        this.handlers = handlers;
        this.mapper = mapper;
    }

    /** Hands an event to every handler of its topic, as the consumers do. */
    @Override
    public void hear(DomainEvent event, long version) {
        var contract = event.getClass().getAnnotation(Contract.class);
        var received = new ReceivedEvent(
                Ids.next(),
                contract.type(),
                "/lantoa/units",
                event.subject(),
                version,
                Instant.now(),
                false,
                contract.topic().topicName(),
                mapper.valueToTree(event.change()),
                mapper.valueToTree(event.state()));
        QuarkusTransaction.requiringNew()
                .run(() -> handlers.stream()
                        .filter(handler -> handler.topics().contains(contract.topic()))
                        .forEach(handler -> {
                            handler.apply(received);
                            handler.batchApplied();
                        }));
    }
}
