package vn.lantoa.audit.proof;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * The right edge of the tree: the roots of the complete subtrees that a log of this size falls into, one for each bit of
 * the size. Enough to append and to tell the root, however long the log. Not for several threads.
 */
public final class Frontier {
    private static final int LEVELS = 63;

    private final Hashes hashes = new Hashes();
    private final byte[][] roots = new byte[LEVELS][];
    private long size;

    /** Told of each subtree that became complete. */
    @FunctionalInterface
    public interface Completed {
        /** @param index which of its level, from the left, from 0 */
        void subtree(int level, long index, byte[] root);
    }

    /** Of a log that holds nothing. */
    public Frontier() {}

    /** As {@link #encoded} wrote it. @throws IllegalArgumentException when the bytes do not fit the size */
    public Frontier(long size, byte[] encoded) {
        if (size < 0 || encoded.length != Long.bitCount(size) * Hashes.LENGTH) {
            throw new IllegalArgumentException("A frontier of " + encoded.length + " bytes does not fit size " + size);
        }
        this.size = size;
        int at = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            if ((size >>> level & 1) == 1) {
                roots[level] = Arrays.copyOfRange(encoded, at, at + Hashes.LENGTH);
                at += Hashes.LENGTH;
            }
        }
    }

    public Frontier copy() {
        return new Frontier(size, encoded());
    }

    public long size() {
        return size;
    }

    public void append(byte[] leaf) {
        append(leaf, (level, index, root) -> {});
    }

    public void append(byte[] leaf, Completed completed) {
        byte[] root = leaf;
        int level = 0;
        while ((size >>> level & 1) == 1) {
            root = hashes.node(roots[level], root);
            level++;
            completed.subtree(level, size >>> level, root);
        }
        roots[level] = root;
        size++;
    }

    public byte[] root() {
        if (size == 0) {
            return hashes.empty();
        }
        int level = Long.numberOfTrailingZeros(size);
        byte[] root = roots[level];
        for (level++; level < LEVELS; level++) {
            if ((size >>> level & 1) == 1) {
                root = hashes.node(roots[level], root);
            }
        }
        return root;
    }

    /** The largest subtree first. */
    public byte[] encoded() {
        var parts = new ArrayDeque<byte[]>();
        for (int level = 0; level < LEVELS; level++) {
            if ((size >>> level & 1) == 1) {
                parts.addFirst(roots[level]);
            }
        }
        var encoded = new byte[parts.size() * Hashes.LENGTH];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, encoded, at, Hashes.LENGTH);
            at += Hashes.LENGTH;
        }
        return encoded;
    }
}
