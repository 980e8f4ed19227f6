package dev.harrier.verdict;

import dev.harrier.dialect.Entity;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.Hunt;
import dev.harrier.measure.EntityCount;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who a noisy hunt is about.
 *
 * @param hosts that were hit most often
 * @param users that were hit most often
 * @param events hits in all
 */
public record Tuning(List<EntityCount> hosts, List<EntityCount> users, long events) {
    public Tuning {
        hosts = List.copyOf(hosts);
        users = List.copyOf(users);
    }

    /** The proposal, with whom it is about, and what could be left out if few make half of the noise or more. */
    Proposal of(Proposal proposal) {
        Optional<Allowance> allow = allowance(proposal.hunt());
        String advice = allow.map(some -> "leave them out by harrier.yml if they may do this")
                .orElse("no few of them make half of it: narrow the condition instead");
        String reason = hosts.isEmpty() && users.isEmpty()
                ? proposal.reason()
                : proposal.reason() + "; " + words("hosts", hosts) + words("users", users) + advice;
        return new Proposal(proposal.hunt(), proposal.target(), proposal.step(), reason, allow);
    }

    private static String words(String what, List<EntityCount> top) {
        return top.isEmpty()
                ? ""
                : top.stream()
                        .map(each -> each.value() + " (" + each.hits() + ")")
                        .collect(Collectors.joining(", ", "most on the " + what + " ", "; "));
    }

    /** Of hosts and users those that explain more. */
    private Optional<Allowance> allowance(Hunt hunt) {
        boolean byUser = share(users) > share(hosts) && isAsked(hunt, Entity.USER);
        List<EntityCount> top = byUser ? users : hosts;
        Entity entity = byUser ? Entity.USER : Entity.HOST;
        return 2 * share(top) >= events && !top.isEmpty() && isAsked(hunt, entity)
                ? Optional.of(new Allowance(
                        entity.field(), top.stream().map(EntityCount::value).toList()))
                : Optional.empty();
    }

    /** At a sign-in the account that counts is another than the one that acts. */
    private static boolean isAsked(Hunt hunt, Entity entity) {
        EventKind kind = hunt.logic().kind();
        boolean other = kind == EventKind.LOGON && entity == Entity.USER;
        return !other && EventModel.shipped().field(kind, entity.field()).isPresent();
    }

    private static long share(List<EntityCount> top) {
        return top.stream().mapToLong(EntityCount::hits).sum();
    }
}
