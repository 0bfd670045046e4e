package vn.lantoa.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Posts as the tables of rights know them. */
@ApplicationScoped
class PostsHeld implements Signers {
    private static final String POSTS = """
            SELECT unit, title, post_group, is_leading
            FROM access_post
            WHERE person = ANY (access_records(?)) AND valid @> ?::date
            ORDER BY is_leading DESC, title, id
            """;

    private final DataSource dataSource;

    PostsHeld(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<HeldPost> postsOf(UUID person, LocalDate day) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(POSTS)) {
            statement.setObject(1, person);
            statement.setObject(2, day);
            List<HeldPost> posts = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    posts.add(new HeldPost(
                            rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3), rows.getBoolean(4)));
                }
            }
            return posts;
        } catch (SQLException e) {
            throw new AccessException("posts cannot be read", e);
        }
    }
}
