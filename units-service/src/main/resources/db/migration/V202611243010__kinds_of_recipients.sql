-- What the register holds of a person beyond a name, and recipients that are no persons: households, groups of people for
-- one deed, foreigners, enterprises. One table, one space of ids.

CREATE TABLE ethnic_group (
    code     text    NOT NULL,
    label_vi text    NOT NULL,
    label_en text    NOT NULL,
    position integer NOT NULL,
    CONSTRAINT ethnic_group_pk PRIMARY KEY (code)
);

-- The 54 groups in the order of the official list (Decision 121-TCTK/PPCD of 1979), and that it is not known.
INSERT INTO ethnic_group (code, label_vi, label_en, position) VALUES
    ('KINH', 'Kinh', 'Kinh', 1), ('TAY', 'Tày', 'Tay', 2), ('THAI', 'Thái', 'Thai', 3), ('HOA', 'Hoa', 'Hoa', 4),
    ('KHMER', 'Khơ-me', 'Khmer', 5), ('MUONG', 'Mường', 'Muong', 6), ('NUNG', 'Nùng', 'Nung', 7),
    ('HMONG', 'Mông', 'Hmong', 8), ('DAO', 'Dao', 'Dao', 9), ('GIA_RAI', 'Gia-rai', 'Gia Rai', 10),
    ('NGAI', 'Ngái', 'Ngai', 11), ('E_DE', 'Ê-đê', 'Ede', 12), ('BA_NA', 'Ba-na', 'Ba Na', 13),
    ('XO_DANG', 'Xơ-đăng', 'Xo Dang', 14), ('SAN_CHAY', 'Sán Chay', 'San Chay', 15), ('CO_HO', 'Cơ-ho', 'Co Ho', 16),
    ('CHAM', 'Chăm', 'Cham', 17), ('SAN_DIU', 'Sán Dìu', 'San Diu', 18), ('HRE', 'Hrê', 'Hre', 19),
    ('MNONG', 'Mnông', 'Mnong', 20), ('RA_GLAI', 'Ra-glai', 'Ra Glai', 21), ('XTIENG', 'Xtiêng', 'Xtieng', 22),
    ('BRU_VAN_KIEU', 'Bru-Vân Kiều', 'Bru-Van Kieu', 23), ('THO', 'Thổ', 'Tho', 24), ('GIAY', 'Giáy', 'Giay', 25),
    ('CO_TU', 'Cơ-tu', 'Co Tu', 26), ('GIE_TRIENG', 'Gié-Triêng', 'Gie Trieng', 27), ('MA', 'Mạ', 'Ma', 28),
    ('KHO_MU', 'Khơ-mú', 'Kho Mu', 29), ('CO', 'Co', 'Co', 30), ('TA_OI', 'Ta-ôi', 'Ta Oi', 31),
    ('CHO_RO', 'Chơ-ro', 'Cho Ro', 32), ('KHANG', 'Kháng', 'Khang', 33), ('XINH_MUN', 'Xinh-mun', 'Xinh Mun', 34),
    ('HA_NHI', 'Hà Nhì', 'Ha Nhi', 35), ('CHU_RU', 'Chu-ru', 'Chu Ru', 36), ('LAO', 'Lào', 'Lao', 37),
    ('LA_CHI', 'La Chí', 'La Chi', 38), ('LA_HA', 'La Ha', 'La Ha', 39), ('PHU_LA', 'Phù Lá', 'Phu La', 40),
    ('LA_HU', 'La Hủ', 'La Hu', 41), ('LU', 'Lự', 'Lu', 42), ('LO_LO', 'Lô Lô', 'Lo Lo', 43),
    ('CHUT', 'Chứt', 'Chut', 44), ('MANG', 'Mảng', 'Mang', 45), ('PA_THEN', 'Pà Thẻn', 'Pa Then', 46),
    ('CO_LAO', 'Cơ Lao', 'Co Lao', 47), ('CONG', 'Cống', 'Cong', 48), ('BO_Y', 'Bố Y', 'Bo Y', 49),
    ('SI_LA', 'Si La', 'Si La', 50), ('PU_PEO', 'Pu Péo', 'Pu Peo', 51), ('BRAU', 'Brâu', 'Brau', 52),
    ('O_DU', 'Ơ Đu', 'O Du', 53), ('RO_MAM', 'Rơ-măm', 'Ro Mam', 54),
    ('UNKNOWN', 'Chưa xác định', 'Not known', 99);

ALTER TABLE person
    ADD COLUMN kind         text NOT NULL DEFAULT 'INDIVIDUAL',
    ADD COLUMN staff_code   text,
    ADD COLUMN gender       text,
    ADD COLUMN ethnic_group text,
    ADD COLUMN died_on      date,
    ADD COLUMN nationality  text,
    ADD COLUMN tax_code     text,
    ADD COLUMN unit         uuid,
    ADD COLUMN merged_into  uuid,
    ADD COLUMN erased_at    timestamptz,
    -- words to be found by beside the name, and the records that were merged into this one
    ADD COLUMN other_names  text COLLATE "vi-x-icu",
    ADD COLUMN merged       uuid[],
    ADD CONSTRAINT person_kind_ck CHECK (kind IN ('INDIVIDUAL', 'FOREIGNER', 'HOUSEHOLD', 'GROUP', 'ENTERPRISE')),
    ADD CONSTRAINT person_gender_ck CHECK (gender IN ('MALE', 'FEMALE', 'OTHER')),
    ADD CONSTRAINT person_one_human_ck CHECK (kind IN ('INDIVIDUAL', 'FOREIGNER')
        OR (staff_code IS NULL AND gender IS NULL AND ethnic_group IS NULL AND died_on IS NULL)),
    ADD CONSTRAINT person_nationality_ck CHECK (nationality IS NULL OR (kind = 'FOREIGNER' AND nationality ~ '^[A-Z]{2}$')),
    ADD CONSTRAINT person_tax_code_ck CHECK (tax_code IS NULL
        OR (kind = 'ENTERPRISE' AND tax_code ~ '^[0-9]{10}(-[0-9]{3})?$')),
    ADD CONSTRAINT person_unit_ck CHECK (unit IS NULL OR kind IN ('HOUSEHOLD', 'GROUP', 'ENTERPRISE')),
    ADD CONSTRAINT person_merged_ck CHECK (merged_into <> id),
    ADD CONSTRAINT person_ethnic_group_fk FOREIGN KEY (ethnic_group) REFERENCES ethnic_group (code),
    ADD CONSTRAINT person_unit_fk FOREIGN KEY (unit) REFERENCES unit (id),
    ADD CONSTRAINT person_merged_into_fk FOREIGN KEY (merged_into) REFERENCES person (id);

-- A record that was merged keeps its codes and gives up their being the only one.
CREATE UNIQUE INDEX person_staff_code_uq ON person (staff_code) WHERE staff_code IS NOT NULL AND merged_into IS NULL;
CREATE UNIQUE INDEX person_tax_code_uq ON person (tax_code) WHERE tax_code IS NOT NULL AND merged_into IS NULL;
CREATE INDEX person_merged_into_ix ON person (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX person_unit_ix ON person (unit) WHERE unit IS NOT NULL;

CREATE TABLE person_name (
    id         uuid      NOT NULL,
    person     uuid      NOT NULL,
    name       text      NOT NULL COLLATE "vi-x-icu",
    folded     text      NOT NULL COLLATE "C" GENERATED ALWAYS AS (unit_fold(name)) STORED,
    kind       text      NOT NULL,
    valid_from date,
    valid_to   date,
    valid      daterange NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    CONSTRAINT person_name_pk PRIMARY KEY (id),
    CONSTRAINT person_name_name_ck CHECK (name <> '' AND length(name) <= 200),
    CONSTRAINT person_name_kind_ck CHECK (kind IN ('FORMER', 'ALIAS')),
    CONSTRAINT person_name_period_ck CHECK (valid_from < valid_to),
    CONSTRAINT person_name_person_fk FOREIGN KEY (person) REFERENCES person (id)
);
CREATE INDEX person_name_person_ix ON person_name (person);

-- Who belongs to a household, and who did the one deed together.
CREATE TABLE person_member (
    recipient uuid NOT NULL,
    person    uuid NOT NULL,
    CONSTRAINT person_member_pk PRIMARY KEY (recipient, person),
    CONSTRAINT person_member_self_ck CHECK (recipient <> person),
    CONSTRAINT person_member_recipient_fk FOREIGN KEY (recipient) REFERENCES person (id),
    CONSTRAINT person_member_person_fk FOREIGN KEY (person) REFERENCES person (id)
);
CREATE INDEX person_member_person_ix ON person_member (person);

-- The same birth date is found by a keyed hash, as the same number is.
ALTER TABLE person_sealed ADD COLUMN birth_hash bytea;
CREATE INDEX person_sealed_birth_ix ON person_sealed (birth_hash) WHERE birth_hash IS NOT NULL;

CREATE FUNCTION person_sealed_set(
    p_person uuid, p_birth_date bytea, p_birth_hash bytea, p_identity_number bytea, p_identity_hash bytea)
    RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM set_config('lantoa.unseal', 'on', true);
    INSERT INTO person_sealed AS s (person, birth_date, birth_hash, identity_number, identity_hash)
        VALUES (p_person, p_birth_date, p_birth_hash, p_identity_number, p_identity_hash)
        ON CONFLICT ON CONSTRAINT person_sealed_pk DO UPDATE
            SET birth_date = EXCLUDED.birth_date, birth_hash = EXCLUDED.birth_hash,
                identity_number = EXCLUDED.identity_number, identity_hash = EXCLUDED.identity_hash;
    PERFORM set_config('lantoa.unseal', 'off', true);
END
$$;

CREATE FUNCTION person_sealed_erase(p_person uuid) RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM set_config('lantoa.unseal', 'on', true);
    DELETE FROM person_sealed WHERE person = p_person;
    PERFORM set_config('lantoa.unseal', 'off', true);
END
$$;

CREATE FUNCTION person_sealed_find(p_identity_hash bytea) RETURNS TABLE (person uuid) LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM set_config('lantoa.unseal', 'on', true);
    RETURN QUERY SELECT s.person FROM person_sealed s WHERE s.identity_hash = p_identity_hash;
    PERFORM set_config('lantoa.unseal', 'off', true);
END
$$;
