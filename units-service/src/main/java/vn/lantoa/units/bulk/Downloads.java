package vn.lantoa.units.bulk;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import vn.lantoa.rest.Download;

/**
 * Files as answers. Their resource methods carry no {@code @Produces}: with several media types Quarkus REST looks for the
 * writer of the response object instead of what is in it, and writes its {@code toString()}.
 */
final class Downloads {
    private Downloads() {}

    static RestResponse<Download> of(String name, FileFormat format, Download.Content content) {
        return RestResponse.ResponseBuilder.ok(new Download(content))
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + "." + format.extension() + "\"")
                .build();
    }
}
