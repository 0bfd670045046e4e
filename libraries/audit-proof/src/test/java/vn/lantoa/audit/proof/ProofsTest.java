package vn.lantoa.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofsTest {
    /** The leaves and roots by which implementations of RFC 6962 test themselves. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final Hashes hashes = new Hashes();
    private final List<byte[]> leaves = new ArrayList<>();

    private byte[] leaf(int number) {
        while (leaves.size() <= number) {
            leaves.add(hashes.leaf(("entry " + leaves.size()).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves.get(number);
    }

    private byte[] subtree(int level, long index) {
        return level == 0
                ? leaf((int) index)
                : hashes.node(subtree(level - 1, 2 * index), subtree(level - 1, 2 * index + 1));
    }

    private byte[] root(int size) {
        var frontier = new Frontier();
        for (int i = 0; i < size; i++) {
            frontier.append(leaf(i));
        }
        return frontier.root();
    }

    @Test
    void rootsAreThoseOfTheReference() {
        var frontier = new Frontier();
        for (int size = 0; size < ROOTS.size(); size++) {
            assertThat(HexFormat.of().formatHex(frontier.root())).isEqualTo(ROOTS.get(size));
            assertThat(new Frontier(size, frontier.encoded()).root()).isEqualTo(frontier.root());
            if (size < LEAVES.size()) {
                frontier.append(hashes.leaf(HexFormat.of().parseHex(LEAVES.get(size))));
            }
        }
    }

    @Test
    void completedSubtreesAreToldOnceEach() {
        var told = new ArrayList<String>();
        var frontier = new Frontier();
        for (int i = 0; i < 8; i++) {
            frontier.append(leaf(i), (level, index, root) -> {
                assertThat(root).isEqualTo(subtree(level, index));
                told.add(level + "/" + index);
            });
        }
        assertThat(told).containsExactly("1/0", "1/1", "2/0", "1/2", "1/3", "2/1", "3/0");
    }

    @Test
    void eachEntryIsProvedInEachSizeAndInNoOtherPlace() {
        for (int size = 1; size <= 40; size++) {
            byte[] root = root(size);
            for (int index = 0; index < size; index++) {
                var path = Proofs.inclusion(index, size, this::subtree);
                assertThat(Proofs.includes(leaf(index), index, size, path, root))
                        .isTrue();
                assertThat(Proofs.includes(leaf(index + 1), index, size, path, root))
                        .isFalse();
                assertThat(Proofs.includes(leaf(index), index, size, path, root(size + 1)))
                        .isFalse();
                assertThat(Proofs.includes(leaf(index), size, size, path, root)).isFalse();
                if (!path.isEmpty()) {
                    assertThat(Proofs.includes(leaf(index), index, size, path.subList(1, path.size()), root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void eachSizeGoesOnFromEachEarlierOneAndFromNoOtherRoot() {
        for (int size = 1; size <= 40; size++) {
            byte[] root = root(size);
            for (int earlier = 1; earlier <= size; earlier++) {
                var path = Proofs.consistency(earlier, size, this::subtree);
                assertThat(Proofs.goesOn(earlier, root(earlier), size, root, path))
                        .isTrue();
                assertThat(Proofs.goesOn(earlier, root(earlier + 1), size, root, path))
                        .isFalse();
                assertThat(Proofs.goesOn(earlier, root(earlier), size, root(size + 1), path))
                        .isFalse();
            }
        }
    }

    @Test
    void whatIsNotThereHasNoProof() {
        assertThatThrownBy(() -> Proofs.inclusion(3, 3, this::subtree)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Proofs.consistency(0, 3, this::subtree)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Proofs.consistency(4, 3, this::subtree)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Frontier(3, new byte[32])).isInstanceOf(IllegalArgumentException.class);
    }
}
