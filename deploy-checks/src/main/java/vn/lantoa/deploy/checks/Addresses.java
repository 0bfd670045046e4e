package vn.lantoa.deploy.checks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lantoa.deploy.Check;
import vn.lantoa.deploy.Findings;
import vn.lantoa.deploy.Rendering;
import vn.lantoa.deploy.Resource;
import vn.lantoa.deploy.Workload;
import vn.lantoa.deploy.project.Flows;
import vn.lantoa.deploy.project.Project;

/** Every address in a service's settings is one that exists, and a declared flow leads there. */
public final class Addresses implements Check {
    private static final Pattern URL =
            Pattern.compile("(?:[a-z]+:)*(https?|postgresql|grpc)://([A-Za-z0-9.-]+)(?::(\\d+))?(?:/([^?]*))?.*");
    private static final Pattern BROKER = Pattern.compile("(?<kind>)([A-Za-z0-9.-]+):(\\d+)(?<path>)");

    @Override
    public void check(Rendering rendering, Project project, Findings findings) {
        for (var workload : rendering.workloads()) {
            for (var container : workload.containers()) {
                for (var from : container.body().path("envFrom")) {
                    rendering
                            .find(
                                    "ConfigMap",
                                    from.path("configMapRef").path("name").asText())
                            .ifPresent(map -> map.body()
                                    .path("data")
                                    .properties()
                                    .forEach(entry -> value(
                                            rendering,
                                            project,
                                            workload,
                                            map,
                                            entry.getKey(),
                                            entry.getValue().asText(),
                                            findings)));
                }
            }
        }
    }

    private static void value(
            Rendering rendering,
            Project project,
            Workload workload,
            Resource map,
            String key,
            String value,
            Findings findings) {
        var url = URL.matcher(value);
        var broker = BROKER.matcher(value);
        if (url.matches()) {
            int port =
                    url.group(3) == null ? (url.group(1).equals("https") ? 443 : 80) : Integer.parseInt(url.group(3));
            address(rendering, project, workload, map, key, url.group(2), port, findings);
            if (url.group(1).equals("postgresql")) {
                database(rendering, map, key, url, findings);
            }
        } else if (key.endsWith("BOOTSTRAP_SERVERS") && broker.matches()) {
            address(
                    rendering,
                    project,
                    workload,
                    map,
                    key,
                    broker.group(2),
                    Integer.parseInt(broker.group(3)),
                    findings);
        }
    }

    private static void address(
            Rendering rendering,
            Project project,
            Workload workload,
            Resource map,
            String key,
            String host,
            int port,
            Findings findings) {
        var service = host.contains(".") && host.contains(".svc") ? host.substring(0, host.indexOf('.')) : host;
        var to = project.flows().parties().stream()
                .filter(party -> party.hosts().contains(service))
                .findFirst();
        if (to.isEmpty()) {
            findings.add(map, "data." + key, "nobody is known as " + host, "use a host of a party in " + Flows.FILE);
            return;
        }
        if (!to.get().outside() && !Operators.hosts(rendering).contains(service)) {
            findings.add(
                    map,
                    "data." + key,
                    rendering.overlay() + " brings no service " + host,
                    "use one of " + Operators.hosts(rendering).stream().sorted().collect(Collectors.joining(", ")));
        }
        var from = project.flows().all().stream()
                .filter(flow -> flow.to().equals(to.get()) && flow.port() == port)
                .filter(flow -> vn.lantoa.deploy.Nodes.within(flow.from().pods(), workload.labels()))
                .findFirst();
        var partial = workload.resource().is("Job");
        if (from.isEmpty() && !partial) {
            findings.add(
                    map,
                    "data." + key,
                    workload + " has no declared flow to " + host + ":" + port,
                    "declare it in " + Flows.FILE + " with its policies, or correct the address");
        }
    }

    private static void database(Rendering rendering, Resource map, String key, Matcher url, Findings findings) {
        var name = String.valueOf(url.group(4));
        var cluster = rendering.all("Cluster").anyMatch(any -> url.group(2).startsWith(any.name() + "-"));
        var made = rendering
                        .all("Database")
                        .anyMatch(database ->
                                database.spec().path("name").asText().equals(name))
                || rendering
                        .all("Cluster")
                        .anyMatch(any -> any.spec()
                                .path("bootstrap")
                                .path("initdb")
                                .path("database")
                                .asText()
                                .equals(name));
        if (cluster && !made) {
            findings.add(map, "data." + key, "nobody makes the database '" + name + "'", "declare a Database");
        }
        for (var role : new String[] {"LANTOA_DB_APP_USER", "LANTOA_DB_OWNER_USER"}) {
            var user = map.body().path("data").path(role).asText();
            var known = rendering
                    .all("Cluster")
                    .anyMatch(any -> any.spec()
                            .path("managed")
                            .path("roles")
                            .findValuesAsText("name")
                            .contains(user));
            if (cluster && !user.isEmpty() && !known) {
                findings.add(
                        map,
                        "data." + role,
                        "nobody makes the role '" + user + "'",
                        "add it to spec.managed.roles of the Cluster");
            }
        }
    }
}
