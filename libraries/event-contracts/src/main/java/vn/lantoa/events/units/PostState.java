package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** A person holds a post at a unit: title, post group (code list), leading or not, from–to. */
@Meaning(
        value = "Chức vụ của cá nhân tại đơn vị",
        en = "A person holds a post at a unit: title, post group (code list), leading or not, from–to.")
public record PostState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,
        @Meaning(value = "Cá nhân", en = "The person") UUID person,
        @Meaning(value = "Đơn vị", en = "The unit") UUID unit,

        @Meaning(value = "Chức vụ", en = "Title of the post")
        String title,

        @Meaning(value = "Nhóm chức vụ (danh mục post-groups)", en = "Group of posts (code list post-groups)")
        String postGroup,

        @Meaning(value = "Là người đứng đầu", en = "Heads the unit")
        boolean leading,

        @Meaning(value = "Từ ngày; trống: từ trước đến nay", en = "First day; absent: always") @Nullable
        LocalDate validFrom,

        @Meaning(value = "Đến trước ngày này; trống: chưa kết thúc", en = "First day it no longer holds; absent: open")
        @Nullable
        LocalDate validTo,

        @Meaning(
                value = "Loại: chính, quyền, kiêm nhiệm, biệt phái; trống: chính",
                en = "Kind: regular, acting, concurrent, seconded; absent: regular")
        @Nullable
        String kind) {
    /** A regular post. */
    public PostState(
            UUID id,
            UUID person,
            UUID unit,
            String title,
            String postGroup,
            boolean leading,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        this(id, person, unit, title, postGroup, leading, validFrom, validTo, null);
    }
}
