-- Closed lists with labels in both languages. Lines are data too: a further hierarchy needs a row, no code.

CREATE TABLE line (
    code         text    NOT NULL,
    label_vi     text    NOT NULL,
    label_en     text    NOT NULL,
    confidential boolean NOT NULL,
    position     integer NOT NULL,
    CONSTRAINT line_pk PRIMARY KEY (code)
);

CREATE TABLE unit_kind (
    code     text    NOT NULL,
    label_vi text    NOT NULL,
    label_en text    NOT NULL,
    position integer NOT NULL,
    CONSTRAINT unit_kind_pk PRIMARY KEY (code)
);

CREATE TABLE sector (
    code     text    NOT NULL,
    label_vi text    NOT NULL,
    label_en text    NOT NULL,
    position integer NOT NULL,
    CONSTRAINT sector_pk PRIMARY KEY (code)
);

CREATE TABLE identifier_scheme (
    code     text    NOT NULL,
    label_vi text    NOT NULL,
    label_en text    NOT NULL,
    position integer NOT NULL,
    CONSTRAINT identifier_scheme_pk PRIMARY KEY (code)
);

CREATE TABLE post_group (
    code     text    NOT NULL,
    label_vi text    NOT NULL,
    label_en text    NOT NULL,
    position integer NOT NULL,
    CONSTRAINT post_group_pk PRIMARY KEY (code)
);

INSERT INTO line (code, label_vi, label_en, confidential, position) VALUES
    ('ADMINISTRATIVE', 'Hành chính', 'Administrative', false, 10),
    ('PARTY', 'Đảng', 'Party', true, 20),
    ('MASS_ORGANISATION', 'Mặt trận và đoàn thể', 'Fatherland Front and mass organisations', false, 30);

INSERT INTO unit_kind (code, label_vi, label_en, position) VALUES
    ('PROVINCE', 'Tỉnh', 'Province', 10),
    ('CITY', 'Thành phố thuộc tỉnh', 'City of a province', 20),
    ('DISTRICT', 'Huyện', 'District', 30),
    ('TOWN', 'Thị xã', 'Town of a province', 35),
    ('WARD', 'Phường', 'Ward', 40),
    ('COMMUNE', 'Xã', 'Commune', 50),
    ('TOWNSHIP', 'Thị trấn', 'Township', 60),
    ('HAMLET', 'Xóm, tổ dân phố', 'Hamlet or residential group', 70),
    ('PEOPLES_COUNCIL', 'Hội đồng nhân dân', 'People''s Council', 100),
    ('PEOPLES_COMMITTEE', 'Ủy ban nhân dân', 'People''s Committee', 110),
    ('DISTRICT_PEOPLES_COMMITTEE', 'Ủy ban nhân dân huyện', 'People''s Committee of a district', 112),
    ('COMMUNE_PEOPLES_COMMITTEE', 'Ủy ban nhân dân xã, phường', 'People''s Committee of a commune', 114),
    ('DEPARTMENT', 'Sở', 'Provincial department', 120),
    ('AGENCY', 'Cơ quan, ban', 'Agency', 130),
    ('OFFICE', 'Phòng, ban, văn phòng', 'Division or office', 140),
    ('CENTRE', 'Trung tâm, đơn vị sự nghiệp', 'Centre or public service unit', 150),
    ('SCHOOL', 'Trường', 'School', 160),
    ('HOSPITAL', 'Bệnh viện', 'Hospital', 170),
    ('ENTERPRISE', 'Doanh nghiệp', 'Enterprise', 180),
    ('COOPERATIVE', 'Hợp tác xã', 'Cooperative', 190),
    ('PROVINCIAL_PARTY_COMMITTEE', 'Tỉnh ủy', 'Provincial Party committee', 200),
    ('UPPER_PARTY_COMMITTEE', 'Đảng ủy cấp trên trực tiếp cơ sở', 'Upper Party committee', 210),
    ('DISTRICT_PARTY_COMMITTEE', 'Huyện ủy, thành ủy', 'District Party committee', 220),
    ('COMMUNE_PARTY_COMMITTEE', 'Đảng ủy xã, phường', 'Commune Party committee', 230),
    ('GRASSROOTS_PARTY_COMMITTEE', 'Đảng bộ cơ sở', 'Grassroots Party committee', 240),
    ('PARTY_CELL', 'Chi bộ', 'Party cell', 250),
    ('PARTY_AGENCY', 'Cơ quan tham mưu của Đảng', 'Party advisory agency', 260),
    ('MILITARY_COMMAND', 'Bộ Chỉ huy Quân sự', 'Military command', 300),
    ('PROVINCIAL_POLICE', 'Công an tỉnh', 'Provincial police', 310),
    ('BORDER_GUARD', 'Bộ đội Biên phòng', 'Border guard', 320),
    ('FATHERLAND_FRONT', 'Ủy ban Mặt trận Tổ quốc', 'Fatherland Front committee', 400),
    ('PROVINCIAL_UNION', 'Tổ chức đoàn thể cấp tỉnh', 'Mass organisation of the province', 410),
    ('DISTRICT_UNION', 'Tổ chức đoàn thể cấp huyện', 'Mass organisation of a district', 420),
    ('COMMUNE_UNION', 'Tổ chức đoàn thể cấp xã', 'Mass organisation of a commune', 430),
    ('ASSOCIATION_BRANCH', 'Chi hội, chi đoàn', 'Branch of a mass organisation', 440);

INSERT INTO sector (code, label_vi, label_en, position) VALUES
    ('STATE', 'Nhà nước', 'State', 10),
    ('TERRITORY', 'Đơn vị hành chính', 'Territory', 20),
    ('PARTY', 'Đảng', 'Party', 30),
    ('MASS_ORGANISATION', 'Mặt trận và đoàn thể', 'Fatherland Front and mass organisations', 40),
    ('ARMED_FORCES', 'Lực lượng vũ trang', 'Armed forces', 50),
    ('BUSINESS', 'Doanh nghiệp, hợp tác xã', 'Business', 60);

INSERT INTO identifier_scheme (code, label_vi, label_en, position) VALUES
    ('ADMINISTRATIVE_CODE', 'Mã đơn vị hành chính (Quyết định 19/2025/QĐ-TTg)', 'Code of the administrative unit', 10),
    ('QD20', 'Mã định danh điện tử (Quyết định 20/2020/QĐ-TTg)', 'Electronic identifier of agencies', 20),
    ('QCVN102', 'Mã định danh theo QCVN 102 (cũ)', 'Identifier under QCVN 102 (former)', 30),
    ('TAX_CODE', 'Mã số thuế', 'Tax code', 40);

INSERT INTO post_group (code, label_vi, label_en, position) VALUES
    ('PROVINCE_CHAIR', 'Chủ tịch Ủy ban nhân dân tỉnh', 'Chair of the provincial People''s Committee', 10),
    ('PROVINCE_VICE_CHAIR', 'Phó Chủ tịch Ủy ban nhân dân tỉnh', 'Vice chair of the provincial People''s Committee', 20),
    ('DEPARTMENT_HEAD', 'Giám đốc sở, thủ trưởng cơ quan chuyên môn cấp tỉnh', 'Head of a provincial department or agency', 30),
    ('DEPARTMENT_DEPUTY_HEAD', 'Phó Giám đốc sở', 'Deputy head of a provincial department', 40),
    ('DISTRICT_CHAIR', 'Chủ tịch Ủy ban nhân dân huyện', 'Chair of a district People''s Committee', 50),
    ('COMMUNE_CHAIR', 'Chủ tịch Ủy ban nhân dân xã, phường', 'Chair of a commune People''s Committee', 60),
    ('COMMUNE_VICE_CHAIR', 'Phó Chủ tịch Ủy ban nhân dân xã, phường', 'Vice chair of a commune People''s Committee', 70),
    ('ENTERPRISE_DIRECTOR', 'Giám đốc doanh nghiệp, hợp tác xã', 'Director of an enterprise or cooperative', 80),
    ('PARTY_SECRETARY', 'Bí thư cấp ủy', 'Secretary of a Party committee', 100),
    ('PARTY_DEPUTY_SECRETARY', 'Phó Bí thư cấp ủy', 'Deputy secretary of a Party committee', 110),
    ('CELL_SECRETARY', 'Bí thư chi bộ', 'Secretary of a Party cell', 120),
    ('COMMANDER', 'Chỉ huy đơn vị lực lượng vũ trang', 'Commander in the armed forces', 130),
    ('UNION_CHAIR', 'Chủ tịch tổ chức đoàn thể', 'Chair of a mass organisation', 140),
    ('DIVISION_HEAD', 'Trưởng phòng, trưởng ban', 'Head of a division', 200),
    ('DIVISION_DEPUTY_HEAD', 'Phó Trưởng phòng, Phó Trưởng ban', 'Deputy head of a division', 205),
    ('INSTITUTION_HEAD', 'Hiệu trưởng, giám đốc đơn vị sự nghiệp', 'Head of a school or public service unit', 210),
    ('OFFICER', 'Chuyên viên, công chức, viên chức', 'Officer', 300),
    ('EMPLOYEE', 'Người lao động', 'Employee', 310),
    ('MEMBER', 'Hội viên, đoàn viên', 'Member', 320);
