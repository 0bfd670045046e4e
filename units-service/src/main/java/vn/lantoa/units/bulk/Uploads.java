package vn.lantoa.units.bulk;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** The files that came with the current request: off the disk when it is answered, however it is answered. */
@RequestScoped
class Uploads {
    private static final Logger LOG = Logger.getLogger(Uploads.class);

    private final List<Upload> kept = new ArrayList<>(1);

    Upload keepUntilTheEnd(Upload upload) {
        kept.add(upload);
        return upload;
    }

    @PreDestroy
    void close() {
        for (var upload : kept) {
            try {
                upload.close();
            } catch (IOException e) {
                LOG.warnf("An uploaded file stays on disk: %s", e.getClass().getSimpleName());
            }
        }
    }
}
