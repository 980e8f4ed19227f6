/** A stateful fake of Azure for tests: token endpoint, analytics rules, query API. */
package dev.harrier.sentinel.fake;
