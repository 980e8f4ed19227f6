package dev.harrier.splunk;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many search jobs run at once: as many as the role's quota allows, and fewer once splunkd says that they are too many. A quota is
 * shared with whoever else uses the account. Thread-safe.
 */
final class SearchSlots {
    private static final Pattern LIMIT = Pattern.compile("concurrency_limit=(\\d{1,4})");
    private static final int ATTEMPTS = 3;

    private final String target;
    private final IntSupplier quota;
    /** Held while the quota is asked for, which takes its time: releasing a slot must not wait for it. */
    private final Object asking = new Object();

    private int limit;
    private int used;

    /** Asks for the quota on first use. */
    SearchSlots(String target, IntSupplier quota) {
        this.target = target;
        this.quota = quota;
    }

    /** Runs a search when there is a slot; one that splunkd refused to start for want of a slot is tried again among fewer. */
    <T> T in(Supplier<T> search) {
        for (int attempt = 1; ; attempt++) {
            acquire();
            try {
                return search.get();
            } catch (ConnectorException e) {
                if (e.kind() != Kind.THROTTLED) {
                    throw e;
                }
                shrink(e.getMessage());
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            } finally {
                release();
            }
        }
    }

    synchronized int limit() {
        return limit;
    }

    private void acquire() {
        synchronized (asking) {
            if (limit() == 0) {
                grow(quota.getAsInt());
            }
        }
        await();
    }

    private synchronized void grow(int most) {
        limit = Math.max(1, most);
    }

    private synchronized void await() {
        while (used >= limit) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ConnectorException(
                        Kind.UNAVAILABLE, target, "interrupted while waiting for a search slot", e);
            }
        }
        used++;
    }

    private synchronized void release() {
        used--;
        notifyAll();
    }

    private synchronized void shrink(String said) {
        Matcher matcher = LIMIT.matcher(said);
        int told = matcher.find() ? Integer.parseInt(matcher.group(1)) : limit;
        limit = Math.max(1, Math.min(told, limit - 1));
    }
}
