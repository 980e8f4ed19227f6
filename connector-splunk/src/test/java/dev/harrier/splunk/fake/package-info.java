/**
 * A stateful splunkd on WireMock, for tests: answers by what is documented and by what others recorded, since no real one was at hand.
 * Hand-written, not recorded.
 */
package dev.harrier.splunk.fake;
