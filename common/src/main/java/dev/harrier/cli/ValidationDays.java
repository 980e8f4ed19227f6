package dev.harrier.cli;

import dev.harrier.config.ValidationConfiguration;
import dev.harrier.measure.Window;
import dev.harrier.operate.Deadline;
import dev.harrier.operate.Validation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.ParameterException;

/** Which whole UTC days a validation is about: as asked, else the last days of the lab's events, else the last days before today. */
final class ValidationDays {
    private ValidationDays() {}

    static Validation.Wish wish(Session session, Deadline deadline) {
        Workspace workspace = session.workspace();
        ValidationConfiguration configured = workspace.configuration().validation();
        session.targets();
        Optional<Window> span = workspace.span();
        LocalDate to = workspace
                .until()
                .map(ValidationDays::midnightAtOrAfter)
                .or(() -> span.map(window -> midnightAtOrAfter(window.to())))
                .orElseGet(
                        () -> session.clock().instant().atZone(ZoneOffset.UTC).toLocalDate());
        LocalDate from = workspace
                .since()
                .map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate())
                .orElse(to.minusDays(configured.days()));
        if (!from.isBefore(to)) {
            throw new ParameterException(session.command(), "there is no whole day from " + from + " to " + to);
        }
        return new Validation.Wish(
                workspace.deployment(),
                from,
                to,
                configured.backfillDays(),
                configured.lag(),
                deadline,
                workspace.configuration().verdict(),
                workspace.configuration().promotion().quietDays());
    }

    /** The same for a look now: the last days as asked, or so many, nothing before them, nothing kept for later. */
    static Validation.Wish look(Session session, int days, Deadline deadline) {
        Validation.Wish wish = wish(session, deadline);
        Workspace workspace = session.workspace();
        LocalDate from = workspace.since().isPresent() ? wish.from() : first(workspace, wish.to(), days);
        return new Validation.Wish(
                wish.deployment(), from, wish.to(), 0, wish.lag(), deadline, wish.policy(), wish.quietDays());
    }

    /** The lab's first day, else so many days back. */
    private static LocalDate first(Workspace workspace, LocalDate to, int days) {
        return workspace
                .span()
                .map(span -> span.from().atZone(ZoneOffset.UTC).toLocalDate())
                .orElse(to.minusDays(days));
    }

    private static LocalDate midnightAtOrAfter(Instant instant) {
        LocalDate day = instant.atZone(ZoneOffset.UTC).toLocalDate();
        boolean isMidnight = day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(instant);
        return isMidnight ? day : day.plusDays(1);
    }
}
