package vn.lantoa.observability;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An answer that is asked for again only when it is older than it may be; whoever comes meanwhile gets the old one. */
public final class Remembered<T> implements Supplier<T> {
    private final Supplier<T> question;
    private final long nanos;
    private final LongSupplier time;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Answer<T> last;

    private record Answer<T>(T value, long at) {}

    public Remembered(Duration age, Supplier<T> question) {
        this(age, question, System::nanoTime);
    }

    Remembered(Duration age, Supplier<T> question, LongSupplier time) {
        this.question = question;
        this.nanos = age.toNanos();
        this.time = time;
    }

    @Override
    public T get() {
        var known = last;
        if (known != null && (time.getAsLong() - known.at() < nanos || asking.isLocked())) {
            return known.value();
        }
        asking.lock();
        try {
            known = last;
            if (known != null && time.getAsLong() - known.at() < nanos) {
                return known.value();
            }
            var answer = new Answer<>(question.get(), time.getAsLong());
            last = answer;
            return answer.value();
        } finally {
            asking.unlock();
        }
    }
}
