package dev.harrier.splunk;

import dev.harrier.hunt.HuntId;
import java.time.Duration;

/**
 * When a hunt runs: hourly, on a minute that its id decides, so that hunts do not all start at once; over the hour that ended ten
 * minutes ago, so that late events are in.
 */
record Schedule(String cron, String earliest, String latest) {
    /** How far back a run looks. */
    static final Duration BACK = Duration.ofMinutes(70);

    static Schedule of(HuntId hunt) {
        int minute = Math.floorMod(hunt.value().getLeastSignificantBits(), 60);
        return new Schedule(minute + " * * * *", "-" + BACK.toMinutes() + "m@m", "-10m@m");
    }
}
