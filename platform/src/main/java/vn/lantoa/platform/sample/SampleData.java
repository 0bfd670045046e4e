package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Loads the sample of Cao Bằng, or files of the same format, as any client would: over HTTP by the generated Java client,
 * each step by a user who may do it. Ids come from the keys in the files, so loading twice changes nothing. History is
 * told in its order: units as they first were, people, campaigns and commendations of those years, then the
 * reorganisations.
 */
public final class SampleData {
    /** Sections that are loaded, or that only explain; {@code registrations} is told by {@code yearRegistrations}. */
    private static final Set<String> UNDERSTOOD = Set.of(
            "territory",
            "documents",
            "unconfirmed",
            "units",
            "people",
            "campaignDefaults",
            "campaigns",
            "responses",
            "registrations",
            "yearRegistrations",
            "commendations",
            "awards",
            "questions",
            "peopleFiles",
            "memberships",
            "transfers",
            "delegations",
            "identifiers",
            "profiles",
            "merges",
            "corrections",
            "relatives",
            "planned");

    private final Sources sources;
    private final Endpoints urls;
    private final Function<String, String> tokenFor;
    private final Progress progress;

    private SampleData(Sources sources, Endpoints urls, Function<String, String> tokenFor, Progress progress) {
        this.sources = sources;
        this.urls = urls;
        this.tokenFor = tokenFor;
        this.progress = progress;
    }

    /**
     * Loads what the platform brings.
     *
     * @param tokenFor a bearer token for a user; {@code admin} must be an administrator already
     * @throws LoadFailure when a service refuses a step for good
     */
    public static void load(Endpoints urls, Function<String, String> tokenFor, Progress progress) {
        new SampleData(Sources.builtIn(), urls, tokenFor, progress).load();
    }

    /** Loads files of the same format; what they name may have been loaded before. */
    public static void load(Endpoints urls, Function<String, String> tokenFor, Progress progress, List<Path> files) {
        new SampleData(Sources.of(files), urls, tokenFor, progress).load();
    }

    /** Everybody of the built-in sample, as its files tell of them. */
    public static List<JsonNode> people() {
        return Sources.builtIn().entries("people");
    }

    private void load() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .executor(threads)
                        .build()) {
            load(new Clients(http, urls, tokenFor));
        }
    }

    private void load(Clients clients) {
        var administrator = "admin";
        var entries = UnitEntries.read(sources);
        var unitsLoader = new UnitsLoader(entries, clients, administrator);
        var people = new PeopleLoader(entries, sources.entries("people"), clients, urls.issuer(), administrator);
        var campaigns = new CampaignsLoader(sources, clients);
        var registrations = new RegistrationsLoader(sources.entries("yearRegistrations"), clients);
        var facts = new FactsLoader(entries, sources, clients, administrator);
        var memberships = new MembershipsLoader(entries, sources, clients, administrator);
        var records = new RecordsLoader(sources, clients, administrator);
        var reorganisations = new ReorganisationsLoader(entries, sources, clients, administrator);

        say("units as they first were", unitsLoader.registerEarly());
        say("people with posts and roles", people.registerEarly());
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            var register = beside.submit(() -> {
                say("people brought as a file", new FilesLoader(sources, clients, administrator).importPeople());
                say("codes and relations", facts.tellEarly());
                say("memberships", memberships.startEarly());
            });
            say("campaigns launched", campaigns.launchAll());
            say("responses of units", campaigns.respondAll());
            say("registrations for a year", registrations.registerAll());
            say("commendations granted", new AwardsLoader(sources.entries("awards"), clients).grantAll());
            Parallel.join(register);
        }
        unitsLoader.move();
        say("reorganisations enacted", reorganisations.enactAll());
        say("units under merged ones", unitsLoader.registerLate());
        // one does not need the other
        Parallel.forEach(
                List.<Runnable>of(
                        people::appointLate,
                        () -> say("codes, relations and profiles since", facts.tellLate()),
                        () -> say("memberships since", memberships.startLate()),
                        () -> say("transfers", memberships.transferAll()),
                        () -> say("delegations", memberships.delegateAll()),
                        () -> say("records merged", records.mergeAll()),
                        () -> say("wishes for correction", records.requestAll()),
                        () -> say("relatives declared", records.declareAll())),
                Runnable::run);
        say("reorganisations planned", reorganisations.planAll());
        var others = sources.sections().stream()
                .filter(section -> !UNDERSTOOD.contains(section))
                .toList();
        if (!others.isEmpty()) {
            progress.step("left out, since no service takes them yet: " + String.join(", ", others));
        }
    }

    private void say(String what, int count) {
        if (count > 0) {
            progress.step(count + " " + what);
        }
    }
}
