package vn.lantoa.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadTest {
    private static final Instant AT = Instant.parse("2026-11-23T01:02:03.000004Z");
    private static final SigningKey KEY = key(1);
    private static final SigningKey OTHER = key(2);
    private static final Head HEAD = new Head("lantoa/units", 7, new byte[32], AT, 1);

    private static SigningKey key(int seed) {
        var bytes = new byte[SigningKey.LENGTH];
        Arrays.fill(bytes, (byte) seed);
        return new SigningKey("lantoa/units", bytes);
    }

    @Test
    void theKeyIsThatOfTheStandard() {
        // RFC 8032, section 7.1, test 1
        var key = new SigningKey(
                "x", HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        var typed = Base64.getDecoder().decode(key.verifying().toString().split("\\+", 3)[2]);
        assertThat(HexFormat.of().formatHex(typed))
                .isEqualTo("01d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertThat(VerifyingKey.of(key.verifying().toString())).isEqualTo(key.verifying());
    }

    @Test
    void aSignedHeadIsReadAndVerified() {
        var note = HEAD.signed(List.of(KEY));
        assertThat(note).startsWith("lantoa/units\n7\n").contains("\n\n— lantoa/units ");
        assertThat(Head.of(note)).isEqualTo(HEAD);
        assertThat(Head.check(note, List.of(KEY.verifying()))).isEqualTo(Head.Signed.RIGHTLY);
        assertThat(Head.check(note, List.of(OTHER.verifying()))).isEqualTo(Head.Signed.BY_NOBODY);
    }

    @Test
    void aChangedHeadIsForged() {
        var note = HEAD.signed(List.of(KEY));
        for (var changed : List.of(
                note.replace("\n7\n", "\n8\n"),
                note.replace("AAAA", "AAAB"),
                note.replace("era 1", "era 2"),
                note.replace("01:02:03", "01:02:04"))) {
            assertThat(changed).isNotEqualTo(note);
            assertThat(Head.check(changed, List.of(KEY.verifying()))).isEqualTo(Head.Signed.WRONGLY);
        }
    }

    @Test
    void aNewKeyIsVouchedForByTheOldOne() {
        var note = HEAD.signed(List.of(OTHER, KEY));
        assertThat(Head.check(note, List.of(KEY.verifying()))).isEqualTo(Head.Signed.RIGHTLY);
        assertThat(Head.check(note, List.of(OTHER.verifying()))).isEqualTo(Head.Signed.RIGHTLY);
    }

    @Test
    void aFileOfHeadsIsReadNoteByNote() {
        var first = HEAD.signed(List.of(OTHER, KEY));
        var second = new Head("lantoa/units", 9, new byte[32], AT, 1).signed(List.of(KEY));
        assertThat(Head.notes(first + second)).containsExactly(first, second);
        assertThat(Head.notes("")).isEmpty();
    }

    @Test
    void whatIsNoHeadIsRefused() {
        for (var text : List.of("", "lantoa/units\n7\n", HEAD.text(), "a\nb\nc\nd\ne\n\nf")) {
            if (!text.equals(HEAD.text())) {
                assertThatThrownBy(() -> Head.of(text)).isInstanceOf(IllegalArgumentException.class);
            }
            assertThat(Head.check(text, List.of(KEY.verifying()))).isEqualTo(Head.Signed.BY_NOBODY);
        }
        assertThatThrownBy(() -> VerifyingKey.of("lantoa/units+00000000+AAAA"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SigningKey("x", new byte[5])).isInstanceOf(IllegalArgumentException.class);
    }
}
