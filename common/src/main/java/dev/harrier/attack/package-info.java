/** Beside the line: the pinned ATT&amp;CK catalogue (ids, names, tactics, revoked-by). Facts only; knows nothing of articles. */
package dev.harrier.attack;
