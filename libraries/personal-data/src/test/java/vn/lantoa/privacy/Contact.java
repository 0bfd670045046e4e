package vn.lantoa.privacy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

public record Contact(
        String displayName,
        @Personal @Nullable String identityNumber,
        @Personal @Nullable LocalDate birthDate,
        List<Contact> relatives) {}
