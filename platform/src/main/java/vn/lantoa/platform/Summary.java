package vn.lantoa.platform;

import java.time.Duration;
import java.util.Locale;

/** What a person wants to know when everything is ready. */
final class Summary {

    private Summary() {}

    static String of(Platform platform, Duration took) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%nLan Tỏa is ready after %.1f s.%n%n", took.toMillis() / 1000.0));
        for (Part part : Part.SERVICES) {
            line(text, part.title(), platform.url(part), platform.root(part) + "/q/swagger-ui");
        }
        for (Part part : new Part[] {Part.IDENTITY, Part.POSTGRES, Part.KAFKA}) {
            line(text, part.title(), platform.url(part), "");
        }
        text.append(String.format("%nDemo users (./lantoa token USER prints a bearer token):%n"));
        for (DemoUser user : DemoUser.all()) {
            text.append(String.format("  %-18s %s%n", user.account(), user.what()));
        }
        text.append(String.format(
                "%nTry: curl -H \"Authorization: Bearer $(./lantoa token admin)\" '%s/units?q=minh%%20khai'%n",
                platform.url(Part.UNITS)));
        text.append("State, logs: ").append(platform.settings().home()).append("   Stop: ./lantoa stop");
        return text.toString();
    }

    private static void line(StringBuilder text, String title, String url, String more) {
        text.append(String.format("  %-20s %-46s %s%n", title, url, more));
    }
}
