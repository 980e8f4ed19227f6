package dev.harrier.report;

import dev.harrier.hunt.Hunt;
import java.util.Comparator;
import java.util.List;

/** The order in which a person does best to run a pack's hunts: the gravest and surest first, and of those what dies soonest. Pure. */
final class HuntOrder {
    private static final Comparator<Hunt> ORDER = Comparator.comparing(Hunt::severity)
            .thenComparing(Hunt::confidence)
            .reversed()
            .thenComparing(HuntOrder::isAState)
            .thenComparing(Hunt::kind)
            .thenComparing(hunt -> -hunt.grounds().size())
            .thenComparing(Hunt::title);

    private HuntOrder() {}

    static List<Hunt> of(List<Hunt> hunts) {
        return hunts.stream().sorted(ORDER).toList();
    }

    /** An open door is no intruder: it waits until it is known that nobody is in the house. */
    private static boolean isAState(Hunt hunt) {
        return hunt.kind() == Hunt.Kind.EXPOSURE;
    }
}
