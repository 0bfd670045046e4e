package vn.lantoa.audit;

import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.Personal;

public record Thing(String name, @Personal @Nullable String secret) {}
