/**
 * Feeds in, packs out, again and again: polls politely, remembers what it has read, and makes one pack of a campaign that several
 * sites tell of. What it remembers lies in a folder of JSON lines that survives being killed. Prints nothing: what a person should
 * know goes to {@link dev.harrier.watch.WatchNotices}.
 */
package dev.harrier.watch;
