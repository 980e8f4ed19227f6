package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.splunk.fake.Fault;
import dev.harrier.splunk.fake.Operation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults while listing and writing. */
@Tag("slow")
class DeployFaultsTest extends FaultMatrix {
    @ParameterizedTest
    @EnumSource
    void listing(Fault fault) {
        try (Connector healthy = connector();
                Connector tried = connector(fault)) {
            Made.deploy(healthy, Made.wanted(healthy, 0, 3));
            splunkd.fail(Operation.LIST, fault, FOR_EVER);

            assertThat(refusal(tried::deployed).kind()).isEqualTo(kind(fault));

            splunkd.heal();
            assertThat(healthy.deployed()).hasSize(3);
            assertThat(splunkd.jobs().started()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void creating(Fault fault) {
        try (Connector healthy = connector();
                Connector tried = connector(fault)) {
            Change create = new Change.Create(Made.wanted(healthy, 1));
            splunkd.fail(Operation.CREATE, fault, FOR_EVER);

            Optional<ConnectorException> refusal = attempt(tried, create);

            outcome(fault, refusal);
            assertThat(splunkd.count(Operation.CREATE)).isEqualTo(sent(fault));
            splunkd.heal();
            Made.deploy(healthy, List.of(Made.wanted(healthy, 1)));
            complete(healthy, 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void updating(Fault fault) {
        try (Connector healthy = connector();
                Connector tried = connector(fault)) {
            Made.deploy(healthy, Made.wanted(healthy, 1, 2));
            RemoteObject seen = healthy.deployed().get(0);
            Change update = new Change.Update(Made.changed(healthy, 1), seen, List.of());
            splunkd.fail(Operation.UPDATE, fault, FOR_EVER);

            Optional<ConnectorException> refusal = attempt(tried, update);

            outcome(fault, refusal);
            assertThat(splunkd.count(Operation.UPDATE)).isEqualTo(sent(fault));
            splunkd.heal();
            Made.deploy(healthy, List.of(Made.changed(healthy, 1)));
            complete(healthy, 2);
            assertThat(healthy.deployed().get(0).fields())
                    .isEqualTo(Made.changed(healthy, 1).fields());
        }
    }

    private static Optional<ConnectorException> attempt(Connector connector, Change change) {
        return Optional.ofNullable(catchThrowableOfType(
                ConnectorException.class, () -> assertTimeoutPreemptively(LONGEST, () -> connector.apply(change))));
    }

    /** What was carried out counts as done, though its answer was lost; anything else is said. A slow machine may say it too. */
    private static void outcome(Fault fault, Optional<ConnectorException> refusal) {
        if (!fault.carriedOut()) {
            assertThat(refusal).map(ConnectorException::kind).contains(kind(fault));
        } else if (!fault.slow()) {
            assertThat(refusal).isEmpty();
        }
    }

    private static void complete(Connector connector, long writes) {
        assertThat(connector.deployed()).singleElement().satisfies(object -> {
            assertThat(object.marker()).isPresent();
            assertThat(object.edited()).isFalse();
        });
        assertThat(splunkd.searches().names(Connecting.APP)).hasSize(1);
        assertThat(splunkd.searches().writes()).isEqualTo(writes);
    }
}
