package vn.lantoa.audit.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Proofs of RFC 6962 (section 2.1): that an entry is in a log, and that a later log only added to an earlier one. */
public final class Proofs {
    private Proofs() {}

    /** What is known of the tree: the roots of its complete subtrees. */
    @FunctionalInterface
    public interface Subtrees {
        /** @param level 0 for leaves; @param index which of its level, from 0 */
        byte[] root(int level, long index);
    }

    /** That the leaf at {@code index} is in the log of {@code size}. */
    public static List<byte[]> inclusion(long index, long size, Subtrees tree) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("Leaf " + index + " is not in a log of " + size);
        }
        var path = new ArrayList<byte[]>();
        new Walk(tree).inclusion(index, 0, size, path);
        return path;
    }

    /** That the log of {@code size} begins with the log of {@code earlier}. */
    public static List<byte[]> consistency(long earlier, long size, Subtrees tree) {
        if (earlier < 1 || earlier > size) {
            throw new IllegalArgumentException("A log of " + size + " cannot go on from one of " + earlier);
        }
        var path = new ArrayList<byte[]>();
        if (earlier < size) {
            new Walk(tree).consistency(earlier, 0, size, true, path);
        }
        return path;
    }

    /** RFC 9162, section 2.1.3.2. */
    public static boolean includes(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var hashes = new Hashes();
        long fn = index;
        long sn = size - 1;
        byte[] reckoned = leaf;
        for (byte[] each : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                reckoned = hashes.node(each, reckoned);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                reckoned = hashes.node(reckoned, each);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && Arrays.equals(reckoned, root);
    }

    /** RFC 9162, section 2.1.4.2. */
    public static boolean goesOn(long earlier, byte[] earlierRoot, long size, byte[] root, List<byte[]> path) {
        if (earlier < 1 || earlier > size) {
            return false;
        }
        if (earlier == size) {
            return path.isEmpty() && Arrays.equals(earlierRoot, root);
        }
        var steps = new ArrayList<byte[]>();
        if (Long.bitCount(earlier) == 1) {
            steps.add(earlierRoot);
        }
        steps.addAll(path);
        if (steps.isEmpty()) {
            return false;
        }
        var hashes = new Hashes();
        long fn = earlier - 1;
        long sn = size - 1;
        while ((fn & 1) == 1) {
            fn >>>= 1;
            sn >>>= 1;
        }
        byte[] before = steps.getFirst();
        byte[] after = steps.getFirst();
        for (byte[] each : steps.subList(1, steps.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                before = hashes.node(each, before);
                after = hashes.node(each, after);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                after = hashes.node(after, each);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && Arrays.equals(before, earlierRoot) && Arrays.equals(after, root);
    }

    /** The recursions of RFC 6962 over stretches {@code [from, to)}. */
    private static final class Walk {
        private final Hashes hashes = new Hashes();
        private final Subtrees tree;

        Walk(Subtrees tree) {
            this.tree = tree;
        }

        byte[] root(long from, long to) {
            long width = to - from;
            if (Long.bitCount(width) == 1) {
                int level = Long.numberOfTrailingZeros(width);
                return tree.root(level, from >>> level);
            }
            long middle = middle(from, to);
            return hashes.node(root(from, middle), root(middle, to));
        }

        void inclusion(long index, long from, long to, List<byte[]> path) {
            if (to - from == 1) {
                return;
            }
            long middle = middle(from, to);
            if (index < middle) {
                inclusion(index, from, middle, path);
                path.add(root(middle, to));
            } else {
                inclusion(index, middle, to, path);
                path.add(root(from, middle));
            }
        }

        void consistency(long earlier, long from, long to, boolean whole, List<byte[]> path) {
            if (earlier == to) {
                if (!whole) {
                    path.add(root(from, to));
                }
                return;
            }
            long middle = middle(from, to);
            if (earlier <= middle) {
                consistency(earlier, from, middle, whole, path);
                path.add(root(middle, to));
            } else {
                consistency(earlier, middle, to, false, path);
                path.add(root(from, middle));
            }
        }

        /** The largest power of two below the width, from {@code from}. */
        private static long middle(long from, long to) {
            return from + Long.highestOneBit(to - from - 1);
        }
    }
}
